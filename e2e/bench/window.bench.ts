import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Playwright from '@playwright/test'
import type { Page } from '@playwright/test'
import type * as Browser from '../../scripts/browser.mjs'
import type * as Build from '../../scripts/build.mjs'
import type * as Paths from '../../scripts/paths.mjs'
import type * as Serve from '../../scripts/serve.mjs'
import { frameGaps, gapsOf, type Gaps } from './frame-gaps'

const port = 4193

/** The scripts as they lie in the repository: a bench is bundled, and they look for files beside themselves. */
const script = <T>(name: string): Promise<T> =>
  import(
    /* @vite-ignore */ pathToFileURL(resolve(import.meta.dirname, `../../scripts/${name}.mjs`)).href
  ) as Promise<T>

interface Row extends Gaps {
  readonly what: string
  readonly training: 'no' | 'yes'
}

/** How long a person's hand is on the window in each part. */
const seconds = 6

/**
 * Gaps between frames of the window, with the first example in it: at rest and while a block is dragged about, without
 * training and then, after its start-up, with a training going on in the worker. All in one page, one after the other.
 */
export default async function window(): Promise<readonly Row[]> {
  const { ensureBrowser, testFlags } = await script<typeof Browser>('browser')
  const { ensureBuilt } = await script<typeof Build>('build')
  const { serve } = await script<typeof Serve>('serve')
  const { at } = await script<typeof Paths>('paths')
  const found = await ensureBrowser()
  if (!found.ok) throw new Error('why' in found ? found.why : 'there is no browser')
  const built = await ensureBuilt('web')
  if (!built.ok) throw new Error(built.why)
  const server = await serve({ folder: at('out', 'web'), port })
  // Playwright loads parts of itself by path: it can't be bundled.
  const { chromium } = createRequire(import.meta.url)('@playwright/test') as typeof Playwright
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--headless=new', ...testFlags]
  })
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      serviceWorkers: 'block'
    })
    await page.goto(`http://127.0.0.1:${port}/`)
    await page.getByRole('button', { name: 'Recognise digits' }).click()
    await page.locator('.react-flow__node').first().waitFor()
    const rows: Row[] = []
    for (const training of ['no', 'yes'] as const) {
      if (training === 'yes') await startTraining(page)
      rows.push({ what: 'at rest', training, ...(await measured(page, () => rest(page))) })
      rows.push({ what: 'dragging a block', training, ...(await measured(page, () => drag(page))) })
    }
    return rows
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Presses Train with so many epochs that it goes on, and waits until the loss is drawn. */
async function startTraining(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Epochs', exact: true }).fill('500')
  await page
    .getByRole('toolbar', { name: 'Toolbar' })
    .getByRole('button', { name: 'Train', exact: true })
    .click()
  await page.getByRole('region', { name: 'Loss' }).waitFor({ timeout: 60_000 })
  await rest(page)
}

async function measured(page: Page, act: () => Promise<void>): Promise<Gaps> {
  await page.evaluate(frameGaps.start)
  await act()
  return gapsOf(await page.evaluate(frameGaps.stop))
}

function rest(page: Page): Promise<void> {
  return page.waitForTimeout(seconds * 1000)
}

async function drag(page: Page): Promise<void> {
  const place = await page.locator('.react-flow__node').nth(2).boundingBox()
  if (!place) throw new Error('the block has no place on the screen')
  const [x, y] = [place.x + 60, place.y + 20]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const until = Date.now() + seconds * 1000
  for (let i = 0; Date.now() < until; i++)
    await page.mouse.move(x + 80 * Math.sin(i / 9), y + 60 * Math.cos(i / 9))
  await page.mouse.move(x, y)
  await page.mouse.up()
}

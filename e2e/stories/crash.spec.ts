import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { hundredBlocks } from '../fixtures/documents'
import { expect, test } from '../fixtures/app'
import { settled } from '../fixtures/states'
import { violations } from '../fixtures/violations'
import { Window, withoutPickers } from '../fixtures/window'

const themes = ['light', 'dark'] as const

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test.describe('where the window can’t be drawn', () => {
  test.beforeEach(async ({ page }) => {
    await withoutPickers(page)
    // What draws a network can't be had.
    await page.route('**/assets/Editor-*.js', route => route.abort())
  })

  test('the network is saved, the details are copied, and a restart brings the window back', async ({
    app,
    complaints
  }) => {
    const window = new Window(app)
    await window.openFile('my private network.blockprop', hundredBlocks())
    await expect(app.getByRole('alert')).toContainText('The window could not be drawn')
    const crash = app.getByRole('main')

    const download = app.waitForEvent('download')
    await crash.getByRole('button', { name: 'Save the network' }).click()
    expect((await readFile(await (await download).path())).equals(Buffer.from(hundredBlocks()))).toBe(true)

    await crash.getByText('Details', { exact: true }).click()
    const shown = await crash.locator('pre').textContent()
    await crash.getByRole('button', { name: 'Copy details' }).click()
    await expect(crash.getByRole('button', { name: 'Copied' })).toBeVisible()
    const copied = await app.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(shown)
    expect(copied).toMatch(/Failed to fetch dynamically imported module: .*Editor-[\w-]+\.js/)
    expect(copied).not.toMatch(/private|\.blockprop|hundred|\/home|\/work|\/tmp/)

    await app.unroute('**/assets/Editor-*.js')
    await crash.getByRole('button', { name: 'Restart' }).click()
    await window.openExample('Iris flowers')
    complaints.length = 0
  })

  test('axe finds nothing there', async ({ app, complaints }) => {
    await app.getByRole('button', { name: 'Empty canvas' }).click()
    await app.getByText('Details', { exact: true }).click()
    for (const theme of themes) {
      await app.emulateMedia({ colorScheme: theme })
      await expect(app.locator('html')).toHaveAttribute('data-theme', theme)
      expect.soft(await violations(app), theme).toEqual([])
    }
    complaints.length = 0
  })
})

test.describe('the page in place of a window that has died', () => {
  /** What the preload would give the page; `asked` is what came, in order. */
  async function withBridge(page: Page): Promise<() => Promise<readonly string[]>> {
    await page.addInitScript(() => {
      const asked: string[] = []
      const answers: Readonly<Record<string, unknown>> = { 'app.details': 'Blockprop', 'app.copyText': true }
      Object.assign(window, {
        asked,
        blockprop: {
          request: (name: string, payload: unknown) => {
            asked.push(`${name} ${JSON.stringify(payload)}`)
            return name in answers
              ? Promise.resolve(answers[name])
              : Promise.reject(new Error('nobody answers'))
          }
        }
      })
    })
    return () => page.evaluate(() => (window as unknown as { readonly asked: readonly string[] }).asked)
  }

  test('says why, and that the work is kept, and asks the main process for the rest', async ({ page }) => {
    const asked = await withBridge(page)
    const kept = new Date()
    kept.setHours(14, 32)
    await page.goto(`/crash.html?reason=memory&kept=${kept.getTime()}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This window has stopped')
    await expect(page.getByRole('main')).toContainText('not enough memory')
    await expect(page.getByRole('main')).toContainText('kept as it was at 14:32')

    await page.getByRole('button', { name: 'Copy details' }).click()
    await expect(page.getByRole('status')).toHaveText('Copied')
    await expect(page.getByRole('button', { name: 'Restart' })).toBeEnabled()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status')).toContainText('It did not restart')
    expect(await asked()).toEqual([
      'app.details null',
      'app.copyText {"text":"Blockprop"}',
      'window.restart null'
    ])
  })

  test('knows its address alone, and nothing in it is taken for more than words', async ({ page }) => {
    await page.goto('/crash.html?reason=%3Cimg%20src=x%3E&kept=soon')
    await expect(page.getByRole('main')).toContainText('went wrong')
    await expect(page.getByRole('main')).toContainText('Nothing was left to save')
    await page.getByRole('button', { name: 'Restart' }).click()
    await expect(page.getByRole('button', { name: 'Iris flowers' })).toBeVisible()
  })

  test('axe finds nothing in it, in both themes', async ({ page }) => {
    await page.goto('/crash.html?reason=killed&kept=1')
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      await page.reload()
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await settled(new Window(page))
      expect.soft(await violations(page), theme).toEqual([])
    }
  })
})

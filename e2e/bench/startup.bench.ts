import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Playwright from '@playwright/test'

import type * as Browser from '../../scripts/browser.mjs'
import type * as Build from '../../scripts/build.mjs'
import type * as Electron from '../../scripts/electron.mjs'
import type * as Paths from '../../scripts/paths.mjs'
import type * as Process from '../../scripts/process.mjs'

/** The scripts as they lie in the repository: a bench is bundled, and they look for files beside themselves. */
const script = <T>(name: string): Promise<T> =>
  import(
    /* @vite-ignore */ pathToFileURL(resolve(import.meta.dirname, `../../scripts/${name}.mjs`)).href
  ) as Promise<T>

const rounds = 9

/** What a start costs. Times are in milliseconds from the moment that the process was asked for. */
interface Start {
  /** Until the blocks are drawn and can be taken hold of. */
  readonly canvas: number
  /** Tasks of the page's main thread longer than 50 ms until then. */
  readonly longTasks: number
  readonly longest: number
  /** Kilobytes of files that the page had read when it first painted. */
  readonly kilobytes: number
}

interface Row extends Start {
  readonly window: string
  readonly ratio: number
}

/**
 * The start of the desktop app with a document, up to a canvas that can be used, beside a bare electron-vite window
 * with React Flow and as many nodes. Both on the same Electron, or both on its stand-in, in turns.
 */
export default async function startup(): Promise<readonly Row[]> {
  const { at } = await script<typeof Paths>('paths')
  const { ensureBuilt } = await script<typeof Build>('build')
  const { ensureBrowser } = await script<typeof Browser>('browser')
  const { findElectron } = await script<typeof Electron>('electron')
  const { tool } = await script<typeof Process>('process')
  const built = await ensureBuilt('desktop')
  if (!built.ok) throw new Error(built.why)
  const bare = at('out', 'bare-window')
  const made = await tool('electron-vite/bin/electron-vite.js', [
    ...['build', '--config', 'e2e/bench/bare-window/electron.config.ts'],
    ...['--logLevel', 'warn', '--outDir', bare]
  ])
  if (made.code !== 0) throw new Error(made.output)
  const real = findElectron()
  const electron = real.ok ? real.path : at('e2e', 'electron-stand-in', 'electron.mjs')
  const env: Record<string, string> = {}
  if (!real.ok) {
    const browser = await ensureBrowser()
    if (!browser.ok) throw new Error(browser.why)
    env['BLOCKPROP_CHROMIUM'] = browser.path
  }
  const folder = await mkdtemp(join(tmpdir(), 'blockprop-startup-'))
  const document = join(folder, 'digits.blockprop')
  await copyFile(at('shared', 'examples', 'digits-mlp.blockprop'), document)
  await writeFile(join(bare, 'package.json'), '{ "name": "bare", "type": "module", "main": "main/index.js" }')

  // Playwright loads parts of itself by path: it can't be bundled.
  const { _electron } = createRequire(import.meta.url)('@playwright/test') as typeof Playwright
  const start = async (app: readonly string[]): Promise<Start> => {
    const profile = await mkdtemp(join(folder, 'profile-'))
    const began = Date.now()
    const running = await _electron.launch({
      executablePath: electron,
      args: [...app, `--user-data-dir=${profile}`],
      env: { ...(process.env as Record<string, string>), ...env }
    })
    try {
      const page = await running.firstWindow()
      await page.locator('.react-flow__node').first().waitFor()
      return await page.evaluate(measure, began)
    } finally {
      await running.evaluate(({ app }) => app.exit(0)).catch(() => {})
      await running.close().catch(() => {})
    }
  }
  const apps = { bare: [bare], Blockprop: [at('.'), document] }
  const found: Record<keyof typeof apps, Start[]> = { bare: [], Blockprop: [] }
  try {
    for (let round = 0; round <= rounds; round++)
      for (const name of ['bare', 'Blockprop'] as const) {
        const one = await start(apps[name])
        // The first of each fills the disk's cache.
        if (round > 0) found[name].push(one)
      }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const all = { bare: middle(found.bare), Blockprop: middle(found.Blockprop) }
  return (['bare', 'Blockprop'] as const).map(window => ({
    window: `${window} (${real.ok ? 'Electron' : 'stand-in'})`,
    ...all[window],
    ratio: Math.round((100 * all[window].canvas) / all.bare.canvas) / 100
  }))
}

/** Runs in the page, once its blocks are there; two frames later they are drawn. */
async function measure(began: number): Promise<Start> {
  const frame = (): Promise<number> => new Promise(done => requestAnimationFrame(done))
  await frame()
  await frame()
  const canvas = Date.now() - began
  const long = await new Promise<readonly PerformanceEntry[]>(done => {
    const observer = new PerformanceObserver(list => done(list.getEntries()))
    observer.observe({ type: 'longtask', buffered: true })
    // Where there was none, nobody calls.
    setTimeout(() => done([]), 500)
  })
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const bytes = files
    .filter(file => file.responseEnd <= painted)
    .reduce((sum, file) => sum + file.decodedBodySize, 0)
  return {
    canvas,
    longTasks: long.length,
    longest: Math.round(Math.max(0, ...long.map(({ duration }) => duration))),
    kilobytes: Math.round(bytes / 1000)
  }
}

/** The median of each figure. */
function middle(starts: readonly Start[]): Start {
  const of = (key: keyof Start): number =>
    starts.map(start => start[key]).toSorted((a, b) => a - b)[Math.floor(starts.length / 2)] ?? NaN
  return {
    canvas: of('canvas'),
    longTasks: of('longTasks'),
    longest: of('longest'),
    kilobytes: of('kilobytes')
  }
}

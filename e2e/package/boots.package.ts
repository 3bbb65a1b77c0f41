import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { chromium } from '@playwright/test'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureBrowser } from '../../scripts/browser.mjs'
import { at } from '../../scripts/paths.mjs'
import { findPacked, isPlaceholder } from './packed'

const { executable, asar } = findPacked()
let folder: string
let app: ChildProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'blockprop-package-'))
})
afterEach(async () => {
  if (app?.exitCode === null && app.signalCode === null) {
    const gone = once(app, 'exit')
    app.kill('SIGTERM')
    await gone
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

function firstBytes(path: string): Buffer {
  const bytes = Buffer.alloc(16)
  const file = openSync(path, 'r')
  readSync(file, bytes)
  closeSync(file)
  return bytes
}

/**
 * Starts the packed program itself. Where a placeholder stands in Electron's place, the app is taken out of the asar
 * and started by the stand-in, as packaged.
 */
async function start(): Promise<ChildProcess> {
  // The fuses keep the inspector of Node shut, which Playwright's launcher needs; Chromium's own port stays.
  const switches = ['--remote-debugging-port=0', `--user-data-dir=${join(folder, 'profile')}`]
  if (!isPlaceholder(firstBytes(executable))) {
    console.log(`started: ${executable}`)
    return spawn(executable, switches)
  }

  const browser = await ensureBrowser()
  if (!browser.ok) throw new Error(browser.why)
  const extracted = join(folder, 'app')
  extractAll(asar, extracted)
  console.log('started: the app from the asar, by the stand-in; this is not a run under Electron')
  const standIn = at('e2e', 'electron-stand-in', 'electron.mjs')
  const env = { BLOCKPROP_STANDIN_PACKAGED_APP: extracted, BLOCKPROP_CHROMIUM: browser.path }
  return spawn(process.execPath, [standIn, ...switches], { env: { ...process.env, ...env } })
}

/** The address of Chromium's debugger, once the app has told it. */
function debuggerOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const listen = (chunk: unknown) => {
      said += String(chunk)
      const url = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.on('error', reject)
    child.on('exit', code => reject(new Error(`The app ended with code ${code}:\n${said}`)))
  })
}

test('the packed app opens a window that shows the start screen', async () => {
  app = await start()
  const browser = await chromium.connectOverCDP(await debuggerOf(app))
  try {
    const context = browser.contexts()[0]
    if (!context) throw new Error('The app has no context.')
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    await page.getByRole('button', { name: 'Empty canvas' }).waitFor()
    expect(await page.evaluate(() => [crossOriginIsolated, 'blockprop' in window])).toEqual([true, true])
  } finally {
    await browser.close()
  }
})

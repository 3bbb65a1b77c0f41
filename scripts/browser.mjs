import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { aptInstall } from './apt.mjs'
import { answers, run, tool } from './process.mjs'

/** @typedef {{ ok: true, path: string } | { ok: false, why: string }} Browser */

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
  'msedge.exe'
]

/**
 * What tests of pages don't need. Chromium draws the address bar of every window as pages of their own, each in a process
 * as busy as the page itself. Playwright's own list is among it, since the last such switch is the one that counts.
 */
const unneeded = [
  ...['InitialWebUI', 'WebUIReloadButton', 'WebUIBackForwardButton', 'WebUIHomeButton', 'WebUIToolbar'],
  ...['WebUILocationBar', 'WebUISplitTabsButton'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'OptimizationHints'],
  ...['NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch', 'ThirdPartyStoragePartitioning'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'PaintHolding']
]

/** For every Chromium that shows pages to tests. */
export const testFlags = [
  '--no-sandbox',
  '--disable-gpu-sandbox',
  // WebGL in software, where there is no graphics card. Pages are put together without it, in half the time.
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  `--disable-features=${unneeded.join()}`
]

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
]

/** Every Chromium that is to be found, the likeliest first. */
export function present() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...folders.flatMap(folder => names.map(name => join(folder, name))), ...places].filter(existsSync)
}

/** @param {string} path */
async function starts(path) {
  // Chrome on Windows answers --version by opening a window.
  if (process.platform === 'win32') return existsSync(path)
  const { code, output } = await run(path, ['--version'], { seconds: 20 })
  return code === 0 && /\d+\.\d+/.test(output)
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  if (existsSync(path)) return path
  const behindProxy = process.env.HTTPS_PROXY ?? process.env.https_proxy
  if (behindProxy === undefined && !(await answers('https://cdn.playwright.dev/'))) return undefined
  console.error("Fetching Playwright's Chromium (once)…")
  await tool('@playwright/test/cli.js', ['install', '--no-shell', 'chromium'], {
    seconds: 180,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' }
  })
  return existsSync(path) ? path : undefined
}

/**
 * A Chromium that starts: the one named by BLOCKPROP_CHROMIUM, one that is present, Playwright's own, or Debian's.
 * @returns {Promise<Browser>}
 */
export async function ensureBrowser() {
  const named = process.env.BLOCKPROP_CHROMIUM
  if (named !== undefined && named !== '') {
    if (await starts(named)) return { ok: true, path: named }
    return { ok: false, why: `BLOCKPROP_CHROMIUM names ${named}, which does not start` }
  }
  for (const path of present()) if (await starts(path)) return { ok: true, path }

  const own = await playwrightsOwn()
  if (own !== undefined && (await starts(own))) return { ok: true, path: own }

  console.error("Installing Debian's Chromium (once)…")
  const installed = await aptInstall(['chromium'])
  for (const path of present()) if (await starts(path)) return { ok: true, path }
  const why = installed.ok ? "Debian's package chromium does not start" : installed.why
  return { ok: false, why: `no Chromium was found, none could be downloaded, and ${why}` }
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from './paths.mjs'
import { answers, run } from './process.mjs'

/**
 * @typedef {{ ok: true, path: string } | { ok: false, why: string, mayDownload: boolean }} Found
 * `mayDownload`: whether a download would mend it
 */

const releases = 'https://github.com/electron/electron/releases/download/'

/** @param {string} file */
const read = file => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined)

/**
 * Electron's executable, where it has been downloaded, as npm's package `electron` would answer: ELECTRON_OVERRIDE_DIST_PATH
 * names another folder that holds it. Nothing is downloaded.
 * @param {{ folder?: string, override?: string | undefined, platform?: string }} [where] for tests; `folder` is that of the package
 * @returns {Found}
 */
export function findElectron({
  folder = at('node_modules', 'electron'),
  override = process.env.ELECTRON_OVERRIDE_DIST_PATH,
  platform = process.platform
} = {}) {
  const name = read(join(folder, 'path.txt')) ?? nameOn(platform)
  if (override !== undefined && override !== '') {
    const path = join(override, name)
    if (existsSync(path)) return { ok: true, path }
    return {
      ok: false,
      why: `ELECTRON_OVERRIDE_DIST_PATH names a folder without ${name}: ${override}`,
      mayDownload: false
    }
  }
  if (!existsSync(join(folder, 'package.json'))) {
    return { ok: false, why: 'npm has not installed Electron', mayDownload: false }
  }
  const path = join(folder, 'dist', name)
  if (!existsSync(path)) return { ok: false, why: 'Electron has not been downloaded yet', mayDownload: true }
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const present = read(join(folder, 'dist', 'version'))?.replace(/^v/, '')
  if (present === version) return { ok: true, path }
  const why = `Electron ${version} is needed, and ${present ?? 'an unknown version'} is here`
  return { ok: false, why, mayDownload: true }
}

/** @param {string} platform */
function nameOn(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

const isBehindProxy = () => (process.env.HTTPS_PROXY ?? process.env.https_proxy) !== undefined

/**
 * Whether a download of Electron can be begun at all. A machine behind a proxy is believed to reach it.
 * @returns {Promise<boolean>}
 */
export async function canDownloadElectron() {
  const { ELECTRON_MIRROR, npm_config_electron_mirror } = process.env
  return isBehindProxy() || answers(ELECTRON_MIRROR ?? npm_config_electron_mirror ?? releases, 2_000)
}

/**
 * Downloads Electron's executable into its package, as `npx electron` would.
 * @returns {Promise<Found>}
 */
export async function downloadElectron() {
  const { code, output } = await run(process.execPath, [at('node_modules', 'electron', 'install.js')], {
    seconds: 900,
    env: isBehindProxy() ? { ELECTRON_GET_USE_PROXY: 'true' } : {}
  })
  if (code === 0) return findElectron()
  const why = /** @type {string} */ (output.trim().split('\n', 1)[0])
  return {
    ok: false,
    why: `the download of Electron failed (${why === '' ? `code ${code}` : why})`,
    mayDownload: false
  }
}

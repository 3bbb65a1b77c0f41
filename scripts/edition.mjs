/** @typedef {import('./electron.mjs').Found} Found */

/**
 * @typedef {{ kind: 'desktop', electron: string } | { kind: 'web', why?: string, later?: Promise<Found> }} Edition
 * the web edition has a reason unless it was asked for; `later` is a download of Electron that goes on meanwhile
 */

/**
 * @typedef {object} Surroundings
 * @property {boolean} hasScreen
 * @property {() => Found} find
 * @property {() => Promise<boolean>} canDownload
 * @property {() => Promise<Found>} download
 * @property {(words: string) => void} tell
 * @property {number} patience how long to wait for a download, in milliseconds
 */

/**
 * What `npm start` opens: the desktop window wherever Electron is or can be downloaded, else the web edition.
 * @param {{ web: boolean }} wanted
 * @param {Surroundings} surroundings
 * @returns {Promise<Edition>}
 */
export async function chooseEdition({ web }, { hasScreen, find, canDownload, download, tell, patience }) {
  if (web) return { kind: 'web' }
  if (!hasScreen) return { kind: 'web', why: 'there is no screen for a window' }
  const found = find()
  if (found.ok) return { kind: 'desktop', electron: found.path }
  if (!found.mayDownload) return { kind: 'web', why: found.why }
  if (!(await canDownload())) return { kind: 'web', why: `${found.why}, and can't be downloaded from here` }

  tell('Downloading Electron (about 120 MB, once)…')
  const downloading = download()
  const outcome = await Promise.race([downloading, after(patience)])
  if (outcome === 'late') {
    return { kind: 'web', why: 'Electron is still being downloaded', later: downloading }
  }
  return outcome.ok ? { kind: 'desktop', electron: outcome.path } : { kind: 'web', why: outcome.why }
}

/** @param {number} milliseconds @returns {Promise<'late'>} holds no process back from its end */
const after = milliseconds =>
  new Promise(resolve => void setTimeout(() => resolve('late'), milliseconds).unref())

/**
 * What stands behind `npm start --`: `--web`, and files to open.
 * @param {readonly string[]} args
 * @returns {{ ok: true, web: boolean, files: readonly string[] } | { ok: false, why: string }}
 */
export function readArguments(args) {
  const unknown = args.find(arg => arg.startsWith('-') && arg !== '--web')
  if (unknown !== undefined) {
    return { ok: false, why: `npm start knows --web and files to open, not "${unknown}".` }
  }
  return { ok: true, web: args.includes('--web'), files: args.filter(arg => !arg.startsWith('-')) }
}

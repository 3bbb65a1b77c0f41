/** What Electron reads from its command line: `electron [switches] <folder or script of the app> [arguments]`. */
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** @typedef {{ name?: string, productName?: string, version?: string, main?: string }} Package */

/** The folder of an extracted app.asar: then the app is packaged, and its path stands not on the command line. */
const packagedApp = process.env.BLOCKPROP_STANDIN_PACKAGED_APP

const args = process.argv.slice(2)
const firstPlain = args.findIndex(arg => !arg.startsWith('-'))

/** @param {string} name */
export function switchValue(name) {
  const found = args.findLast(arg => arg === `--${name}` || arg.startsWith(`--${name}=`))
  return found === undefined ? undefined : found.slice(name.length + 3)
}

const target = resolve(packagedApp ?? args[firstPlain] ?? '.')
const isFolder = statSync(target).isDirectory()
/** @type {Package} */
const packageJson = isFolder ? JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')) : {}

/** @returns {string} */
function electronVersion() {
  const electron = createRequire(import.meta.url).resolve('electron/package.json')
  return JSON.parse(readFileSync(electron, 'utf8')).version
}

export const launch = {
  /** The stand-in, where Electron has its binary. */
  executable: process.argv[1] ?? '',
  args,
  main: isFolder ? join(target, packageJson.main ?? 'index.js') : target,
  appPath: isFolder ? target : dirname(target),
  name: packageJson.productName ?? packageJson.name ?? 'Electron',
  version: packageJson.version ?? '0.0.0',
  isPackaged: packagedApp !== undefined,
  electronVersion: electronVersion()
}

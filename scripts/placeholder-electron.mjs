import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from './paths.mjs'

/**
 * By these bytes @electron/fuses finds the fuses in Electron's binary; a version, their number, and one digit for each
 * follow. https://www.electronjs.org/docs/latest/tutorial/fuses
 */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuses = '\u0001\u0009111111111'

const program = `#!/bin/sh
echo 'This folder was packed where Electron could not be had: nothing stands in its place.' >&2
exit 1
`

/**
 * A folder that looks like Electron's for Linux to who packs an app: enough to see what is packed and which fuses are
 * set, where Electron itself can't be had.
 * @returns {string} the folder
 */
export function makePlaceholder() {
  const folder = at('.cache', 'placeholder-electron')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'locales'), { recursive: true })
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '')
  writeFileSync(join(folder, 'electron'), `${program}${sentinel}${fuses}\n`, { mode: 0o755 })
  return folder
}

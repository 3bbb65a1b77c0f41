import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/**
 * Writes assets/datasets/`name` (gzip) and says what its file in shared/datasets must know of it.
 * @param {string} name
 * @param {Uint8Array} content
 */
export function writeAsset(name, content) {
  const folder = new URL('../../assets/datasets/', import.meta.url)
  const packed = gzipSync(content, { level: 9, memLevel: 9 })
  packed[9] = 255 // the operating system that packed it, of no interest: the same bytes everywhere
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(name, folder), packed)
  const sha256 = createHash('sha256').update(content).digest('hex')
  console.log(`${name}: ${packed.length} bytes\nsize: ${content.length}\nsha256: '${sha256}'`)
}

/** The folder named on the command line: an unpacked npm package. */
export function packageFolder(position = 2) {
  const folder = process.argv[position]
  if (folder === undefined)
    throw new Error('name the folder of the unpacked package: see the first lines of this script')
  return folder
}

/** `nativeImage`: pictures are kept as they come, and not decoded. */
import { readFileSync } from 'node:fs'
import { strict } from '../strict.mjs'

/** @param {Buffer} bytes */
function makeImage(bytes) {
  return strict('nativeImage', {
    isEmpty: () => bytes.length === 0,
    toPNG: () => bytes,
    toDataURL: () => `data:image/png;base64,${bytes.toString('base64')}`,
    setTemplateImage: () => {}
  })
}

export const nativeImage = strict('nativeImage', {
  createEmpty: () => makeImage(Buffer.alloc(0)),
  /** @param {Buffer} bytes */
  createFromBuffer: bytes => makeImage(bytes),
  /** As in Electron, a file that can't be read makes an empty image. @param {string} path */
  createFromPath(path) {
    try {
      return makeImage(readFileSync(path))
    } catch {
      return makeImage(Buffer.alloc(0))
    }
  },
  /** @param {string} url */
  createFromDataURL: url => makeImage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
})

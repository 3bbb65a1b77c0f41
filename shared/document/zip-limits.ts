import type { ZipLimits } from '../formats/zip/zip-limits'
import { limits } from './limits'

/** What is taken of a `.blockprop` file that is a zip. */
export const zipLimits: ZipLimits = {
  maxBytes: limits.fileBytes,
  maxFiles: limits.zipEntries,
  ratio: { most: limits.zipRatio, freeBytes: limits.zipFreeBytes },
  names: {
    allow: name => name === 'document.json' || isAttachmentName(name) || isClutter(name),
    expected: 'a relative path of plain names, each beginning with a letter'
  }
}

/** What may be the name of an attachment: a relative path of plain names, each beginning with a letter. */
export function isAttachmentName(name: string): boolean {
  return name !== 'document.json' && /^[a-z][\w.-]*(\/[a-z][\w.-]*)*$/i.test(name) && name.length <= 200
}

/** Added by macOS when a person packs a folder; no part of the document. */
function isClutter(name: string): boolean {
  return /^__MACOSX(\/|$)|(^|\/)\.DS_Store$/.test(name)
}

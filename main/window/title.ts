import { basename } from 'node:path'
import type { WindowFace } from '../../shared/ipc/payloads'
import { strings } from '../../shared/strings/strings'

/**
 * What stands in the title bar: the file's name, else the document's. A Mac marks what is unsaved in its own way, by
 * `setDocumentEdited`.
 */
export function titleOf(face: WindowFace, path: string | null, isMac: boolean): string {
  if (face.screen === 'home' && !face.edited) return strings.app.name
  const name = path === null ? face.name : basename(path)
  const mark = face.edited && !isMac ? '• ' : ''
  return isMac ? name : `${mark}${name} – ${strings.app.name}`
}

import { strings } from '../../shared/strings/strings'

/** A document's name as that of a file, without its ending and without what file systems refuse. */
export function fileStem(name: string): string {
  const kept = name
    .replace(/[\p{C}/\\:*?"<>|]+/gu, ' ')
    .trim()
    .slice(0, 80)
  return kept === '' ? strings.app.untitled : kept
}

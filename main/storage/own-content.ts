/** What one of the app's own files holds: `{ "version": 1, … }`. */
export type OwnContent =
  | { readonly kind: 'known' | 'newer'; readonly version: number; readonly content: OwnRecord }
  | { readonly kind: 'damaged' }

/** Anything by any key: whoever uses it looks at each value. */
export type OwnRecord = Readonly<Record<string, unknown>>

/** `newer`: a later version of the app wrote it, and what this one knows of it may be used. */
export function readOwnContent(bytes: Uint8Array, current: number): OwnContent {
  const content = parse(bytes)
  if (!isRecord(content)) return { kind: 'damaged' }
  const { version } = content
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { kind: 'damaged' }
  return { kind: version > current ? 'newer' : 'known', version, content }
}

export function isRecord(value: unknown): value is OwnRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The entries of a list that are valid, each judged by itself; none where it is no list. */
export function validEntries<T>(list: unknown, read: (entry: unknown) => T | null): readonly T[] {
  return Array.isArray(list) ? list.map(read).filter(entry => entry !== null) : []
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

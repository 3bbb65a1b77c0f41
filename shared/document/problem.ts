/** Why a file is refused. Nothing of a refused file is loaded. */
export interface FileProblem {
  readonly code:
    | 'empty'
    | 'too-large'
    | 'not-text'
    | 'truncated'
    | 'not-json'
    | 'not-blockprop'
    | 'newer-version'
    | 'schema'
    | 'zip-damaged'
    | 'zip-refused'
  /** A sentence or two for people: what is wrong, and what to do where something can be done. */
  readonly message: string
  /** `line 3, column 5`, or `networks.net-main.blocks.dense-1.params`. */
  readonly place?: string
  readonly received?: string
  readonly expected?: string
}

/** A value from a file, in a few words; never the whole of it, however large it is. */
export function inWords(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'string')
    return value.length > 40 ? `text of ${value.length} characters` : quoted(value)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value
}

/** In quotes and on one line, shortened where it is long. */
export function quoted(text: string, longest = 40): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest - 1)}…` : text)
}

/** `networks.net-main.blocks.dense-1`; keys that are no plain words stand in brackets. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map(key => {
      if (typeof key === 'number') return `[${key}]`
      const text = String(key)
      return /^[\w-]{1,64}$/.test(text) ? `.${text}` : `[${quoted(text)}]`
    })
    .join('')
    .replace(/^\./, '')
}

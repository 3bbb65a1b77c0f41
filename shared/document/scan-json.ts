import { limits } from './limits'

/** Why a text isn't JSON that may be read, and where. */
export interface JsonFault {
  readonly kind: 'truncated' | 'malformed' | 'key' | 'too-deep' | 'too-many'
  /** Index in the text. */
  readonly at: number
  readonly expected: string
}

type Frame = { readonly keys: Set<string> } | { readonly keys: null }

const SPACE = /[ \t\n\r]/

/**
 * The first fault of a JSON text. It finds what `JSON.parse` tells differently in each browser (the place), or
 * not at all: a key that is there twice, and `__proto__`. Without recursion, so that no text is too deep for it, and
 * bounded, so that what could be too much for `JSON.parse` and for checks never gets there.
 */
export function scanJson(text: string): JsonFault | null {
  const frames: Frame[] = []
  let at = skipSpace(text, 0)
  for (let values = 1; ; values += 1) {
    if (values > limits.jsonValues) return tooMany(at, limits.jsonValues, 'values in all')
    const opening = text[at]
    if (opening === '{' || opening === '[') {
      if (frames.length >= limits.jsonDepth)
        return { kind: 'too-deep', at, expected: `at most ${limits.jsonDepth} levels` }
      frames.push({ keys: opening === '{' ? new Set() : null })
      at = skipSpace(text, at + 1)
      if (text[at] !== (opening === '{' ? '}' : ']')) {
        const start = opening === '{' ? scanKey(text, at, frames.at(-1)?.keys ?? null, ' or }') : at
        if (typeof start !== 'number') return start
        at = start
        continue
      }
    } else {
      const end = scanScalar(text, at)
      if (typeof end !== 'number') return end
      at = skipSpace(text, end)
    }
    for (;;) {
      const frame = frames.at(-1)
      if (frame === undefined) return at < text.length ? { kind: 'malformed', at, expected: 'the end' } : null
      const closing = frame.keys === null ? ']' : '}'
      if (text[at] === closing) {
        frames.pop()
        at = skipSpace(text, at + 1)
      } else if (text[at] === ',') {
        at = skipSpace(text, at + 1)
        if (frame.keys === null) break
        const start = scanKey(text, at, frame.keys, '')
        if (typeof start !== 'number') return start
        at = start
        break
      } else return fault(text, at, `, or ${closing}`)
    }
  }
}

/** Line and column from 1, as editors count them. */
export function lineAndColumn(text: string, at: number): string {
  const before = text.slice(0, at).split(/\r\n|\n|\r/)
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`
}

function fault(text: string, at: number, expected: string): JsonFault {
  return { kind: at >= text.length ? 'truncated' : 'malformed', at, expected }
}

function tooMany(at: number, most: number, what: string): JsonFault {
  return { kind: 'too-many', at, expected: `at most ${most.toLocaleString('en')} ${what}` }
}

function skipSpace(text: string, at: number): number {
  let end = at
  while (SPACE.test(text.charAt(end))) end += 1
  return end
}

/** The start of the value that belongs to the key at `at`. */
function scanKey(text: string, at: number, keys: Set<string> | null, or: string): number | JsonFault {
  if (text[at] !== '"') return fault(text, at, `a key in double quotes${or}`)
  const end = scanString(text, at)
  if (typeof end !== 'number') return end
  const key: unknown = JSON.parse(text.slice(at, end))
  if (typeof key === 'string') {
    if (key === '__proto__') return { kind: 'key', at, expected: 'another key than __proto__' }
    if (keys !== null && keys.size >= limits.jsonKeys) return tooMany(at, limits.jsonKeys, 'in one object')
    if (keys?.has(key) === true) return { kind: 'key', at, expected: 'a key that is not there already' }
    keys?.add(key)
  }
  const colon = skipSpace(text, end)
  return text[colon] === ':' ? skipSpace(text, colon + 1) : fault(text, colon, ':')
}

/** The index behind a text, a number, `true`, `false` or `null`. */
function scanScalar(text: string, at: number): number | JsonFault {
  const first = text.charAt(at)
  if (first === '"') return scanString(text, at)
  if (first === '-' || isDigit(text, at)) return scanNumber(text, at)
  for (const literal of ['true', 'false', 'null']) {
    if (first !== literal[0]) continue
    for (let i = 1; i < literal.length; i += 1)
      if (text[at + i] !== literal[i]) return fault(text, at + i, literal)
    return at + literal.length
  }
  return fault(text, at, 'a value')
}

function scanString(text: string, at: number): number | JsonFault {
  for (let i = at + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0x22) return i + 1
    if (code < 0x20) return { kind: 'malformed', at: i, expected: 'the closing quote on the same line' }
    if (code !== 0x5c) continue
    i += 1
    const escaped = text.charAt(i)
    if (escaped === 'u') {
      for (const last = i + 4; i < last; i += 1)
        if (!/^[0-9a-fA-F]$/.test(text.charAt(i + 1))) return fault(text, i + 1, 'four hexadecimal digits')
    } else if (!/^["\\/bfnrt]$/.test(escaped)) return fault(text, i, 'an escape of JSON')
  }
  return { kind: 'truncated', at: text.length, expected: 'the closing quote' }
}

function scanNumber(text: string, at: number): number | JsonFault {
  let end = text[at] === '-' ? at + 1 : at
  if (!isDigit(text, end)) return fault(text, end, 'a digit')
  end = text[end] === '0' ? end + 1 : skipDigits(text, end)
  if (text[end] === '.') {
    if (!isDigit(text, end + 1)) return fault(text, end + 1, 'a digit')
    end = skipDigits(text, end + 1)
  }
  if (text[end] === 'e' || text[end] === 'E') {
    end += text[end + 1] === '+' || text[end + 1] === '-' ? 2 : 1
    if (!isDigit(text, end)) return fault(text, end, 'a digit')
    end = skipDigits(text, end)
  }
  return end
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}

function skipDigits(text: string, at: number): number {
  let end = at
  while (isDigit(text, end)) end += 1
  return end
}

import { fail, ok, type Result } from '../result'
import { repeatedKey } from './repeated-key'
import { showName } from './show-name'
import { MOST_AXES } from './tensor-data'

export const METADATA = '__metadata__'

export interface HeaderEntry {
  readonly name: string
  readonly code: string
  readonly shape: readonly number[]
  /** Counted from the first byte after the header. */
  readonly begin: number
  readonly end: number
}

export interface SafetensorsHeader {
  readonly entries: readonly HeaderEntry[]
  readonly metadata: ReadonlyMap<string, string>
  readonly dataStart: number
}

/** As in the reference implementation. */
const LONGEST = 100_000_000

export function readHeader(file: Uint8Array): Result<SafetensorsHeader, string> {
  if (file.length < 8) return fail(`a safetensors file has at least 8 bytes, got ${file.length}`)
  const length = new DataView(file.buffer, file.byteOffset, 8).getBigUint64(0, true)
  const available = Math.min(file.length - 8, LONGEST)
  if (length > available)
    return fail(`the header says that it is ${length} bytes long, but at most ${available} are possible`)
  const dataStart = 8 + Number(length)
  const json = readObject(file.subarray(8, dataStart))
  if (!json.ok) return json

  const entries: HeaderEntry[] = []
  let metadata: ReadonlyMap<string, string> = new Map()
  for (const [name, value] of json.value) {
    if (name === METADATA) {
      const words = readMetadata(value)
      if (words === null) return fail(`${METADATA} must hold nothing but texts`)
      metadata = words
    } else {
      const entry = readEntry(name, value)
      if (entry === null)
        return fail(
          `${showName(name)} must have dtype, shape (up to ${MOST_AXES} sizes) and data_offsets (begin, end)`
        )
      entries.push(entry)
    }
  }
  return ok({ entries, metadata, dataStart })
}

function readObject(bytes: Uint8Array): Result<readonly (readonly [string, unknown])[], string> {
  if (bytes[0] !== 0x7b) return fail('the header must begin with {; this is no safetensors file')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    const twice = repeatedKey(text)
    if (twice !== null) return fail(`the header names ${showName(twice)} twice`)
    return ok(Object.entries(value as object))
  } catch {
    return fail('the header is not valid JSON; the file is damaged')
  }
}

function readMetadata(value: unknown): ReadonlyMap<string, string> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const entries = Object.entries(value)
  return entries.every((e): e is [string, string] => typeof e[1] === 'string') ? new Map(entries) : null
}

function readEntry(name: string, value: unknown): HeaderEntry | null {
  if (typeof value !== 'object' || value === null) return null
  const { dtype, shape, data_offsets: offsets } = value as Readonly<Record<string, unknown>>
  if (Object.keys(value).length !== 3 || typeof dtype !== 'string') return null
  if (!isSizes(shape) || shape.length > MOST_AXES || !isSizes(offsets)) return null
  const [begin, end] = offsets
  if (offsets.length !== 2 || begin === undefined || end === undefined) return null
  return { name, code: dtype, shape, begin, end }
}

function isSizes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(d => Number.isSafeInteger(d) && d >= 0)
}

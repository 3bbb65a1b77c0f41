import { fail, ok, type Result } from '../result'
import { MOST_AXES } from './tensor-data'

export interface NpyHeader {
  readonly descr: string
  readonly fortranOrder: boolean
  readonly shape: readonly number[]
  /** Where the numbers begin. */
  readonly dataStart: number
}

/** NumPy itself refuses longer ones. */
const LONGEST = 10_000
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]

/** Format: numpy.lib.format; the header is a Python dictionary of exactly `descr`, `fortran_order`, `shape`. */
export function readNpyHeader(file: Uint8Array): Result<NpyHeader, string> {
  if (!MAGIC.every((byte, i) => file[i] === byte))
    return fail('this is no .npy file: it does not begin with \\x93NUMPY')
  const version = file[6] ?? 0
  const start = version === 1 ? 10 : 12
  if (file.length < start) return fail('the file ends within its first 12 bytes')
  if (version < 1 || version > 3) return fail(`version ${version} of .npy is not known here, only 1 to 3`)
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true)
  if (length > LONGEST) return fail(`the header says that it is ${length} bytes long, more than ${LONGEST}`)
  if (start + length > file.length)
    return fail(`the header says that it is ${length} bytes long, but only ${file.length - start} follow`)
  const text = new TextDecoder('latin1').decode(file.subarray(start, start + length))
  const entries = readDictionary(text)
  const descr = entries?.get('descr')
  const fortranOrder = entries?.get('fortran_order')
  const shape = entries?.get('shape')
  if (typeof descr !== 'string' || typeof fortranOrder !== 'boolean' || !Array.isArray(shape))
    return fail(
      'the header must be a dictionary of descr (one kind of number), fortran_order and shape; save a plain array of numbers'
    )
  if (shape.length > MOST_AXES)
    return fail(`the array has ${shape.length} axes, at most ${MOST_AXES} can be read`)
  return ok({ descr, fortranOrder, shape: shape as readonly number[], dataStart: start + length })
}

type Value = string | boolean | readonly number[]

/** Each token in turn, without backtracking, so that time is linear in the length. */
const ENTRY = /\s*'(\w+)'\s*:\s*(?:'([^'\\]*)'|(True|False)|\(([\d\s,L]*)\))\s*(,|(?=\}))/y
const SIZES = /^\s*(?:\d+L?\s*(?:,\s*\d+L?\s*)*,?\s*)?$/

/** `null` for anything but three different keys with simple values. */
function readDictionary(text: string): ReadonlyMap<string, Value> | null {
  const body = text.trim()
  if (!body.startsWith('{') || !body.endsWith('}')) return null
  const entries = new Map<string, Value>()
  ENTRY.lastIndex = 1
  while (entries.size < 3) {
    const match = ENTRY.exec(body)
    if (match === null) return null
    const [, key = '', string, flag, tuple] = match
    const value = string ?? (flag === undefined ? sizes(tuple ?? '') : flag === 'True')
    if (value === null || entries.has(key)) return null
    entries.set(key, value)
    if (match[5] !== ',' && entries.size < 3) return null
    if (entries.size === 3) return body.slice(match[0].length + match.index).trim() === '}' ? entries : null
  }
  return null
}

/** The numbers of a tuple: `3, 4`, `3,` (a tuple of one needs its comma) or nothing. */
function sizes(tuple: string): readonly number[] | null {
  if (!SIZES.test(tuple)) return null
  const numbers = tuple.match(/\d+/g) ?? []
  if (numbers.length === 1 && !tuple.includes(',')) return null
  const shape = numbers.map(Number)
  return shape.every(Number.isSafeInteger) ? shape : null
}

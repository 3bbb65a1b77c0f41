import { fail, ok, type Result } from '../../result'
import { showName } from '../show-name'

export interface ZipLimits {
  /** Of all files together, unpacked. */
  readonly maxBytes: number
  readonly maxFiles: number
}

export const USUAL_LIMITS: ZipLimits = { maxBytes: 2 ** 30, maxFiles: 10_000 }

export interface ZipEntry {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  /** Unpacked. */
  readonly size: number
  readonly crc: number
  readonly dataStart: number
  readonly dataEnd: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const ENCRYPTED = 1
const UTF8 = 0x800
/** What deflate can reach at most; a promise of more is a lie. */
const BEST_RATIO = 1032

/** The entries of a zip's central directory, each checked: sizes, places, names, limits. Format: PKWARE APPNOTE 6.3. */
export function readDirectory(file: Uint8Array, limits: ZipLimits): Result<readonly ZipEntry[], string> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const end = findEnd(view)
  if (end === null)
    return fail('this is no complete zip file: its directory, which is the last part, is missing')
  const count = view.getUint16(end + 10, true)
  const directorySize = view.getUint32(end + 12, true)
  const directoryStart = view.getUint32(end + 16, true)
  if (directorySize === 0xffffffff || directoryStart === 0xffffffff || count === 0xffff)
    return fail('zip files of 4 GB or 65535 files and more (zip64) can not be read')
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    return fail('a zip split over several files can not be read')
  if (directoryStart + directorySize !== end)
    return fail('the zip is damaged: its directory is not where its last bytes say')
  if (count > limits.maxFiles) return fail(`the zip holds ${count} files, more than ${limits.maxFiles}`)

  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let total = 0
  let at = directoryStart
  for (let i = 0; i < count; i++) {
    const read = readEntry(file, view, at, directoryStart)
    if (!read.ok) return read
    const { entry, next } = read.value
    if (next > end) return fail('the zip is damaged: its directory runs past its end')
    if (names.has(entry.name)) return fail(`the zip holds ${showName(entry.name)} twice`)
    total += entry.size
    if (total > limits.maxBytes)
      return fail(`unpacked, the zip would be larger than ${limits.maxBytes} bytes`)
    names.add(entry.name)
    entries.push(entry)
    at = next
  }
  if (at !== end) return fail('the zip is damaged: its directory holds more than it says')
  const overlap = firstOverlap(entries)
  return overlap === null
    ? ok(entries)
    : fail(`the zip is damaged: ${showName(overlap)} overlaps another file in it`)
}

/** The end record, with a comment that reaches just to the end of the file. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= last - 0xffff; at--)
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at
  return null
}

function readEntry(
  file: Uint8Array,
  view: DataView,
  at: number,
  directoryStart: number
): Result<{ readonly entry: ZipEntry; readonly next: number }, string> {
  if (at + 46 > file.length || view.getUint32(at, true) !== CENTRAL)
    return fail('the zip is damaged: its directory is cut off')
  const flags = view.getUint16(at + 8, true)
  const code = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const local = view.getUint32(at + 42, true)
  if (next > file.length) return fail('the zip is damaged: its directory is cut off')
  const nameBytes = file.subarray(at + 46, at + 46 + nameLength)
  const name = decodeName(nameBytes, flags)
  if (name === null) return fail('the zip holds a file whose name is not UTF-8')

  const method = code === 0 ? 'stored' : code === 8 ? 'deflated' : null
  const where = showName(name)
  if ((flags & ENCRYPTED) !== 0)
    return fail(`${where} is encrypted; unpack the zip and pack it without a password`)
  if (method === null)
    return fail(`${where} is packed by method ${code}; only stored and deflated can be read`)
  if (local + 30 > directoryStart || view.getUint32(local, true) !== LOCAL)
    return fail(`the zip is damaged: ${where} is not where its directory says`)
  const localNameLength = view.getUint16(local + 26, true)
  const dataStart = local + 30 + localNameLength + view.getUint16(local + 28, true)
  const dataEnd = dataStart + packed
  if (dataEnd > directoryStart) return fail(`the zip is damaged: ${where} runs into its directory`)
  const named = file.subarray(local + 30, local + 30 + localNameLength)
  if (named.length !== nameLength || !named.every((byte, i) => byte === nameBytes[i]))
    return fail(`the zip is damaged: ${where} has another name in its place`)
  if (method === 'stored' ? size !== packed : size > packed * BEST_RATIO)
    return fail(`the zip is damaged: ${where} can not be ${size} bytes when it is ${packed} packed`)
  return ok({ entry: { name, method, size, crc: view.getUint32(at + 16, true), dataStart, dataEnd }, next })
}

function decodeName(bytes: Uint8Array, flags: number): string | null {
  try {
    const plain = bytes.every(byte => byte < 0x80)
    return plain || (flags & UTF8) !== 0
      ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
      : null
  } catch {
    return null
  }
}

function firstOverlap(entries: readonly ZipEntry[]): string | null {
  let end = 0
  for (const entry of [...entries].sort((a, b) => a.dataStart - b.dataStart)) {
    if (entry.dataStart < end) return entry.name
    end = entry.dataEnd
  }
  return null
}

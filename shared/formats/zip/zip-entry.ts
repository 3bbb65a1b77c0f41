import { ok, type Result } from '../../result'
import { damaged, refused, type ZipProblem } from './zip-problem'

export interface ZipEntry {
  /** That of a folder ends with a slash. */
  readonly name: string
  readonly method: 'stored' | 'deflated'
  /** Unpacked. */
  readonly size: number
  readonly crc: number
  /** Where its own header begins, which its data follow. */
  readonly start: number
  readonly dataStart: number
  readonly dataEnd: number
}

const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const ENCRYPTED = 1
const UTF8 = 0x800
/** What deflate can reach at most; a promise of more is a lie. */
const BEST_RATIO = 1032
/** Of a Unix mode, its first four bits. */
const FILE = 0o10
const FOLDER = 0o04

/** The entry at `at` in the central directory, its sizes and places checked against the file's and its own header. */
export function readEntry(
  file: Uint8Array,
  at: number,
  directoryStart: number
): Result<{ readonly entry: ZipEntry; readonly next: number }, ZipProblem> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (at + 46 > file.length || view.getUint32(at, true) !== CENTRAL)
    return damaged('its directory is cut off')
  const flags = view.getUint16(at + 8, true)
  const code = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const type = view.getUint16(at + 40, true) >>> 12
  const start = view.getUint32(at + 42, true)
  if (next > file.length) return damaged('its directory is cut off')
  const nameBytes = file.subarray(at + 46, at + 46 + nameLength)
  const name = decodeName(nameBytes, flags)
  if (name === null) return refused('holds a file whose name is not UTF-8')

  const isFolder = name.endsWith('/')
  const method = code === 0 ? 'stored' : code === 8 ? 'deflated' : null
  if ((flags & ENCRYPTED) !== 0)
    return refused('has a password (it is encrypted): pack it again without one', { file: name })
  if (method === null)
    return refused(`is packed by method ${code}: only stored and deflated can be read`, { file: name })
  if (type !== 0 && type !== (isFolder ? FOLDER : FILE))
    return refused('is a link or the like, no plain file', { file: name })
  if ([packed, size, start].includes(0xffffffff))
    return refused('is of a zip64, for 4 GB and more, which can not be read', { file: name })
  if (start + 30 > directoryStart || view.getUint32(start, true) !== LOCAL)
    return damaged('it is not where its directory says', name)
  const localNameLength = view.getUint16(start + 26, true)
  const dataStart = start + 30 + localNameLength + view.getUint16(start + 28, true)
  const dataEnd = dataStart + packed
  if (dataEnd > directoryStart) return damaged('it runs into its directory', name)
  const named = file.subarray(start + 30, start + 30 + localNameLength)
  if (named.length !== nameLength || !named.every((byte, i) => byte === nameBytes[i]))
    return damaged('it has another name in its place', name)
  if (isFolder && size > 0) return damaged(`it is a folder and holds ${size} bytes`, name)
  if (method === 'stored' ? size !== packed : size > packed * BEST_RATIO)
    return damaged(`it can not be ${size} bytes when it is ${packed} packed`, name)
  const crc = view.getUint32(at + 16, true)
  return ok({ entry: { name, method, size, crc, start, dataStart, dataEnd }, next })
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

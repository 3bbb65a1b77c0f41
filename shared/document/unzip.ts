import { inflateSync } from 'fflate'
import { fail, ok, type Result } from '../result'
import { crc32 } from './crc32'
import { limits } from './limits'
import { quoted, type FileProblem } from './problem'

/**
 * Zip, read with suspicion (fflate's own reader checks neither checksums nor names): every size is known before
 * anything is unpacked, and what was unpacked must have the size and the CRC-32 that the archive states.
 * Layout: APPNOTE.TXT 6.3, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
 */
interface Entry {
  readonly name: string
  readonly stored: boolean
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly header: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22

/** What may be the name of an attachment: a relative path of plain names, each beginning with a letter. */
export function isAttachmentName(name: string): boolean {
  return name !== 'document.json' && /^[a-z][\w.-]*(\/[a-z][\w.-]*)*$/i.test(name) && name.length <= 200
}

export function looksZipped(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** The files in a zip by name, without folders and what macOS adds; nothing when one of them is damaged. */
export function unzip(bytes: Uint8Array): Result<ReadonlyMap<string, Uint8Array>, FileProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = readDirectory(view, bytes)
  if (!listed.ok) return listed
  const refused =
    listed.value.map(refusalOf).find(problem => problem !== null) ?? sizeRefusal(listed.value, bytes)
  if (refused !== null) return fail(refused)
  const files = new Map<string, Uint8Array>()
  for (const entry of listed.value) {
    if (files.has(entry.name)) return damaged(`${quoted(entry.name)} is in it twice`)
    const unpacked = unpack(view, bytes, entry)
    if (!unpacked.ok) return unpacked
    if (!isFolder(entry) && !isClutter(entry)) files.set(entry.name, unpacked.value)
  }
  return ok(files)
}

function readDirectory(view: DataView, bytes: Uint8Array): Result<readonly Entry[], FileProblem> {
  const end = findEnd(view)
  if (end === null) return damaged('its end is missing, so it was probably cut short')
  const count = view.getUint16(end + 10, true)
  if (count > limits.zipEntries) return refuse(`holds ${count} files: at most ${limits.zipEntries} are read`)
  let at = view.getUint32(end + 16, true)
  if (at + view.getUint32(end + 12, true) !== end || view.getUint16(end + 8, true) !== count)
    return damaged('its table of contents is not where it should be')
  const entries: Entry[] = []
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL)
      return damaged('its table of contents is broken')
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return damaged('its table of contents is broken')
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd))
    const method = view.getUint16(at + 10, true)
    if ((view.getUint16(at + 8, true) & 1) !== 0) return refuse(`holds ${quoted(name)}, which has a password`)
    if (method !== 0 && method !== 8)
      return refuse(`holds ${quoted(name)}, packed by method ${method}: only deflate and none are read`)
    entries.push({
      name,
      stored: method === 0,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true)
    })
    at = next
  }
  return at === end ? ok(entries) : damaged('its table of contents is broken')
}

/** A comment of up to 65,535 bytes may follow, and must end with the file. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1)
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at
  return null
}

function refusalOf(entry: Entry): FileProblem | null {
  const plain = isFolder(entry) ? entry.name.slice(0, -1) : entry.name
  if (isClutter(entry) || plain === 'document.json' || isAttachmentName(plain)) return null
  return {
    code: 'zip-refused',
    message: `This file holds an attachment with a name that is not allowed: ${quoted(entry.name)}`,
    received: quoted(entry.name),
    expected: 'a relative path of letters and digits'
  }
}

function sizeRefusal(entries: readonly Entry[], bytes: Uint8Array): FileProblem | null {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const most = Math.min(limits.fileBytes, Math.max(limits.zipFreeBytes, bytes.length * limits.zipRatio))
  if (total <= most) return null
  const received = `${total.toLocaleString('en')} bytes`
  const expected = `at most ${most.toLocaleString('en')}`
  const message = `This file would unpack from ${bytes.length.toLocaleString('en')} to ${received}: ${expected} are read`
  return { code: 'zip-refused', message, received, expected }
}

function unpack(view: DataView, bytes: Uint8Array, entry: Entry): Result<Uint8Array, FileProblem> {
  const { header, packed, size } = entry
  const broken = damaged(`${quoted(entry.name)} in it is damaged`)
  if (header + 30 > bytes.length || view.getUint32(header, true) !== LOCAL) return broken
  const nameEnd = header + 30 + view.getUint16(header + 26, true)
  const start = nameEnd + view.getUint16(header + 28, true)
  if (start + packed > bytes.length) return broken
  if (new TextDecoder().decode(bytes.subarray(header + 30, nameEnd)) !== entry.name) return broken
  const inside = bytes.subarray(start, start + packed)
  const unpacked = entry.stored ? inside.slice() : inflate(inside, size)
  if (unpacked === null || unpacked.length !== size || crc32(unpacked) !== entry.crc) return broken
  return ok(unpacked)
}

/** One byte more than promised is room enough to see that a stream holds more than it should. */
function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateSync(packed, { out: new Uint8Array(size + 1) })
  } catch {
    return null
  }
}

function isFolder({ name, size }: Entry): boolean {
  return name.endsWith('/') && size === 0
}

/** Added by macOS when a person packs a folder. */
function isClutter({ name }: Entry): boolean {
  return name.startsWith('__MACOSX/') || name.endsWith('.DS_Store')
}

function damaged(why: string): { readonly ok: false; readonly error: FileProblem } {
  return fail({ code: 'zip-damaged', message: `This file is a damaged archive: ${why}.` })
}

function refuse(why: string): { readonly ok: false; readonly error: FileProblem } {
  return fail({ code: 'zip-refused', message: `This file is an archive that ${why}.` })
}

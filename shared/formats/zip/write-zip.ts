import { deflateSync } from 'fflate'
import { fail, ok, type Result } from '../../result'
import { showName } from '../show-name'
import { crc32 } from './crc32'

/** 1 January 1980, the earliest a zip can say: the same content gives the same file on any day. */
const DATE = 0x21
const UTF8 = 0x800
const LARGEST = 0xfffffffe

export type Packing = 'deflate' | 'store'

/**
 * A zip of files by name, in the given order; `store` leaves them as they are, all or those that a function names.
 * The same input gives the same bytes.
 */
export function writeZip(
  files: ReadonlyMap<string, Uint8Array>,
  packing: Packing | ((name: string) => Packing) = 'deflate'
): Result<Uint8Array, string> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  if (files.size >= 0xffff) return fail(`a zip takes fewer than 65535 files, got ${files.size}`)
  for (const [name, content] of files) {
    if (/[\0\\]|\p{Surrogate}/u.test(name))
      return fail(
        `${showName(name)} can't be a name in a zip: it holds a zero, a backslash or half a character`
      )
    if (name.endsWith('/'))
      return fail(`${showName(name)} is the name of a folder: only files can be written`)
    const nameBytes = new TextEncoder().encode(name)
    if (nameBytes.length > 0xffff) return fail(`${showName(name)} is too long for a name in a zip`)
    const how = typeof packing === 'string' ? packing : packing(name)
    const packed = how === 'deflate' ? deflateSync(content, { level: 6 }) : content
    const smaller = packed.length < content.length
    const data = smaller ? packed : content
    const common = new DataView(new ArrayBuffer(26))
    common.setUint16(0, 20, true)
    common.setUint16(2, UTF8, true)
    common.setUint16(4, smaller ? 8 : 0, true)
    common.setUint16(8, DATE, true)
    common.setUint32(10, crc32(content), true)
    common.setUint32(14, data.length, true)
    common.setUint32(18, content.length, true)
    common.setUint16(22, nameBytes.length, true)
    const record = new Uint8Array(common.buffer)
    const central = new Uint8Array(46)
    central.set([0x50, 0x4b, 1, 2, 20, 0])
    central.set(record, 6)
    new DataView(central.buffer).setUint32(42, offset, true)
    directory.push(central, nameBytes)
    const local = new Uint8Array(30)
    local.set([0x50, 0x4b, 3, 4])
    local.set(record, 4)
    parts.push(local, nameBytes, data)
    offset += 30 + nameBytes.length + data.length
    if (offset > LARGEST) return fail('a zip can not be larger than 4 GB')
  }
  const directorySize = directory.reduce((n, part) => n + part.length, 0)
  if (offset + directorySize > LARGEST) return fail('a zip can not be larger than 4 GB')
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, files.size, true)
  end.setUint16(10, files.size, true)
  end.setUint32(12, directorySize, true)
  end.setUint32(16, offset, true)
  return ok(join([...parts, ...directory, new Uint8Array(end.buffer)]))
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((n, part) => n + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

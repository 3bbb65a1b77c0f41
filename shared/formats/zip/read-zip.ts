import { inflateSync } from 'fflate'
import { ok, type Result } from '../../result'
import { crc32 } from './crc32'
import { readDirectory } from './zip-directory'
import type { ZipEntry } from './zip-entry'
import { USUAL_LIMITS, type ZipLimits } from './zip-limits'
import { damaged, type ZipProblem } from './zip-problem'

/** By its first bytes, as every zip begins that holds a file. */
export function looksZipped(file: Uint8Array): boolean {
  return file[0] === 0x50 && file[1] === 0x4b
}

/**
 * The files of a zip by their names, in its order, without its folders. fflate unpacks; the directory is read
 * here, because fflate's own `unzipSync` checks neither sums nor sizes nor names, and believes any number of files.
 * Nothing is unpacked before every size, place and name in the directory has been found sound.
 */
export function readZip(
  file: Uint8Array,
  limits: ZipLimits = USUAL_LIMITS
): Result<ReadonlyMap<string, Uint8Array>, ZipProblem> {
  const directory = readDirectory(file, limits)
  if (!directory.ok) return directory
  const files = new Map<string, Uint8Array>()
  for (const entry of directory.value) {
    const content = unpack(file.subarray(entry.dataStart, entry.dataEnd), entry)
    if (content === null || crc32(content) !== entry.crc)
      return damaged('its content does not fit its size and check sum', entry.name)
    if (!entry.name.endsWith('/')) files.set(entry.name, content)
  }
  return ok(files)
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  if (entry.method === 'stored') return new Uint8Array(bytes)
  try {
    // One byte more than promised, so that a stream which holds more shows itself.
    const content = inflateSync(bytes, { out: new Uint8Array(entry.size + 1) })
    return content.length === entry.size ? content : null
  } catch {
    return null
  }
}

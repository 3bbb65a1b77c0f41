import { inflateSync } from 'fflate'
import { fail, ok, type Result } from '../../result'
import { showName } from '../show-name'
import { crc32 } from './crc32'
import { readDirectory, USUAL_LIMITS, type ZipEntry, type ZipLimits } from './zip-directory'

/**
 * The files of a zip by their names, in its order. fflate unpacks; the directory is read here, because
 * fflate's own `unzipSync` checks neither sums nor sizes, and believes any number of files.
 * Nothing is unpacked before every size, place and name in the directory has been found sound.
 */
export function readZip(
  file: Uint8Array,
  limits: ZipLimits = USUAL_LIMITS
): Result<ReadonlyMap<string, Uint8Array>, string> {
  const directory = readDirectory(file, limits)
  if (!directory.ok) return directory
  const files = new Map<string, Uint8Array>()
  for (const entry of directory.value) {
    const content = unpack(file.subarray(entry.dataStart, entry.dataEnd), entry)
    if (content === null || crc32(content) !== entry.crc)
      return fail(`${showName(entry.name)} is damaged: its content does not fit its size and check sum`)
    files.set(entry.name, content)
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

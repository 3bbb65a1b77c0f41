import { ok, type Result } from '../../result'
import { showName } from '../show-name'
import { readEntry, type ZipEntry } from './zip-entry'
import { nameRefusal, sizeRefusal, type ZipLimits } from './zip-limits'
import { damaged, refused, type ZipProblem } from './zip-problem'

const END = 0x06054b50

/** The entries of a zip's central directory, each checked: sizes, places, names, limits. Format: PKWARE APPNOTE 6.3. */
export function readDirectory(file: Uint8Array, limits: ZipLimits): Result<readonly ZipEntry[], ZipProblem> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const end = findEnd(view)
  if (end === null) return damaged('its directory, the last part, is missing: it was probably cut short')
  const count = view.getUint16(end + 10, true)
  const directorySize = view.getUint32(end + 12, true)
  const directoryStart = view.getUint32(end + 16, true)
  if (directorySize === 0xffffffff || directoryStart === 0xffffffff || count === 0xffff)
    return refused('is a zip64, for 4 GB or 65535 files and more, which can not be read')
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    return refused('is split over several files, which can not be read')
  if (directoryStart + directorySize !== end) return damaged('its directory is not where its last bytes say')
  if (count > limits.maxFiles) return refused(`holds ${count} files, more than ${limits.maxFiles}`)

  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = directoryStart
  for (let i = 0; i < count; i++) {
    const read = readEntry(file, at, directoryStart)
    if (!read.ok) return read
    const { entry, next } = read.value
    if (next > end) return damaged('its directory runs past its end')
    const refusal = nameRefusal(entry.name, limits)
    if (refusal !== null) return refusal
    if (names.has(entry.name)) return damaged(`it holds ${showName(entry.name)} twice`)
    names.add(entry.name)
    entries.push(entry)
    at = next
  }
  if (at !== end) return damaged('its directory holds more than it says')
  const overlap = firstOverlap(entries)
  if (overlap !== null) return damaged('it overlaps another file', overlap)
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0)
  return sizeRefusal(file.length, unpacked, limits) ?? ok(entries)
}

/** The end record, with a comment that reaches just to the end of the file. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= last - 0xffff; at--)
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at
  return null
}

function firstOverlap(entries: readonly ZipEntry[]): string | null {
  let end = 0
  for (const entry of [...entries].sort((a, b) => a.start - b.start)) {
    if (entry.start < end) return entry.name
    end = entry.dataEnd
  }
  return null
}

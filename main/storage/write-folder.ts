import { join } from 'node:path'
import { limits } from '../../shared/document/limits'
import { isPlainName } from '../../shared/files/plain-name'
import type { FileTrouble } from '../../shared/files/trouble'
import { fail, ok, type Result } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import type { Clock } from './clock'
import type { FileSystem } from './file-system'
import { renamePatiently } from './rename-patiently'
import { hasCode, whereThereIs } from './system-error'
import { sweepBeside, withTemporary } from './temporary-files'
import { tooLargeToWrite, troubleOf } from './trouble'
import { writeNew } from './write-new'

export interface FolderFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const mostNumber = 999
const words = strings.disk.write

/**
 * Makes a new folder with these files in it, and gives the name that it got: `name`, or `name-2` and so on where that
 * is taken. It is whole when it appears. Names are plain, so that nothing gets out of it.
 */
export async function writeFolder(
  fs: FileSystem,
  clock: Clock,
  place: string,
  name: string,
  files: readonly FolderFile[],
  platform: NodeJS.Platform = process.platform
): Promise<Result<{ readonly name: string }, FileTrouble>> {
  const refused = whyRefused(name, files)
  if (refused !== null) return fail(refused)
  try {
    const parent = await fs.realpath(place)
    await sweepBeside(fs, clock, join(parent, name))
    return await withTemporary(fs, join(parent, name), async temporary => {
      await fs.mkdir(temporary)
      for (const file of files) await writeNew(fs, join(temporary, file.name), file.bytes, null)
      await fs.syncFolder(temporary)
      for (let number = 1; number <= mostNumber; number += 1) {
        const numbered = number === 1 ? name : `${name}-${number}`
        const isPlaced = await placeAt(fs, clock, temporary, join(parent, numbered), platform)
        if (!isPlaced) continue
        await fs.syncFolder(parent)
        return ok({ name: numbered })
      }
      return fail({ kind: 'other', message: words.namesTaken(name) })
    })
  } catch (error) {
    return fail(troubleOf(error, 'write'))
  }
}

/** `false` where something of that name is. Of what appears at the last moment, only an empty folder is replaced. */
async function placeAt(
  fs: FileSystem,
  clock: Clock,
  temporary: string,
  to: string,
  platform: NodeJS.Platform
): Promise<boolean> {
  if ((await whereThereIs(fs.lstat(to))) !== null) return false
  try {
    await renamePatiently(fs, temporary, to, clock, platform)
    return true
  } catch (error) {
    if (hasCode(error, ['EEXIST', 'ENOTEMPTY', 'ENOTDIR'])) return false
    throw error
  }
}

/** Disks may know `a` and `A`, or two ways to write `é`, as one name. */
function whyRefused(name: string, files: readonly FolderFile[]): FileTrouble | null {
  const names = new Set<string>()
  for (const given of [name, ...files.map(file => file.name)])
    if (!isPlainName(given)) return { kind: 'other', message: words.nameRefused(given) }
  for (const file of files) {
    const folded = file.name.normalize('NFC').toLowerCase()
    if (names.has(folded)) return { kind: 'other', message: words.nameTwice(file.name) }
    names.add(folded)
  }
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  return size > limits.fileBytes ? tooLargeToWrite(size, limits.fileBytes) : null
}

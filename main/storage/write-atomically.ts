import { dirname } from 'node:path'
import type { FileTrouble } from '../../shared/files/trouble'
import { fail, ok, type Result } from '../../shared/result'
import { systemClock, type Clock } from './clock'
import type { FileFacts, FileSystem } from './file-system'
import { isUntouched } from './open-file'
import { renamePatiently } from './rename-patiently'
import { codeOf, whereThereIs } from './system-error'
import { sweepBeside, withTemporary } from './temporary-files'
import { noFile, troubleOf } from './trouble'
import { whereItLies } from './where-it-lies'
import { writeNew, type Written } from './write-new'

export interface AtomicOptions {
  readonly clock?: Clock
  readonly platform?: NodeJS.Platform
  /** Asked at the last moment, when the new file is whole beside the old one; a trouble keeps the old one. */
  readonly mayReplace?: (real: string, written: Written) => Promise<FileTrouble | null>
}

/**
 * Writes a file so that at every moment the old or the new one is there, whole: all bytes go to a new file beside it,
 * and to the disk, before that takes the old one's name. Links stay links, and permissions are kept (decision 0022).
 * After a failure nothing of the try is left. Should the very last step fail, that which makes the new name outlast
 * a power cut, then the new file is there and the failure is told all the same.
 */
export async function writeAtomically(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  { clock = systemClock, platform = process.platform, mayReplace }: AtomicOptions = {}
): Promise<Result<Written, FileTrouble>> {
  try {
    const real = await whereItLies(fs, path)
    const old = await whereThereIs(fs.stat(real))
    if (old !== null) {
      if (old.kind !== 'file') return fail(noFile(old))
      await fs.checkWritable(real)
    }
    await sweepBeside(fs, clock, real)
    return await withTemporary(fs, real, async temporary => {
      const written = await writeNew(fs, temporary, bytes, old, platform)
      const trouble = (await mayReplace?.(real, written)) ?? null
      if (trouble !== null) return fail(trouble)
      await renamePatiently(fs, temporary, real, clock, platform)
      await fs.syncFolder(dirname(real))
      return ok({ ...written, facts: await factsInPlace(fs, real, written.facts) })
    })
  } catch (error) {
    return fail(troubleOf(error, 'write'))
  }
}

/** A new name changes when a file was last `changed`. Where another file is there already, ours is as it was. */
async function factsInPlace(fs: FileSystem, real: string, written: FileFacts): Promise<FileFacts> {
  try {
    const found = await fs.stat(real)
    return isUntouched(written, { ...found, changed: written.changed }) ? found : written
  } catch (error) {
    if (codeOf(error) === null) throw error
    return written
  }
}

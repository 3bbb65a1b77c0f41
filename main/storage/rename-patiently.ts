import { pause, type Clock } from './clock'
import type { FileSystem } from './file-system'
import { hasCode } from './system-error'

/** Virus scanners hold new files of Windows open for a moment; about three seconds in all. */
const pauses = [10, 20, 40, 80, 160, 320, 640, 800, 1000]

/** Renames; on Windows again and again while somebody holds the file open. */
export async function renamePatiently(
  fs: FileSystem,
  from: string,
  to: string,
  clock: Clock,
  platform: NodeJS.Platform
): Promise<void> {
  for (const wait of platform === 'win32' ? pauses : []) {
    try {
      await fs.rename(from, to)
      return
    } catch (error) {
      if (!hasCode(error, ['EPERM', 'EACCES', 'EBUSY'])) throw error
    }
    await pause(clock, wait)
  }
  await fs.rename(from, to)
}

import type { FileFacts, OpenFile } from './file-system'

/** How much is read or written in one call: no call takes long, even on a slow disk. */
export const pieceBytes = 1024 ** 2

/** Closes it whatever happens. Closing may fail too: some networks tell only then that their disk is full. */
export async function withOpen<T>(file: OpenFile, use: (file: OpenFile) => Promise<T>): Promise<T> {
  let used: T
  try {
    used = await use(file)
  } catch (error) {
    await file.close().catch(() => null)
    throw error
  }
  await file.close()
  return used
}

/** Whether nothing was done to the file between two looks at it. */
export function isUntouched(before: FileFacts, after: FileFacts): boolean {
  return (
    before.device === after.device &&
    before.inode === after.inode &&
    before.size === after.size &&
    before.modified === after.modified &&
    before.changed === after.changed
  )
}

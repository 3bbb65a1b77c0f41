import * as nodeFs from 'node:fs/promises'
import { join } from 'node:path'
import type { Drive } from '../../shared/journal/drive'
import { strings } from '../../shared/strings/strings'

/** What a journal asks of the file system; a test hands in one that breaks. */
export type JournalFs = Pick<
  typeof nodeFs,
  'mkdir' | 'open' | 'readdir' | 'readFile' | 'rm' | 'stat' | 'unlink'
>

/** Journals in a folder of the person's own, which nobody else may look into. */
export function createJournalDrive(root: string, fs: JournalFs = nodeFs): Drive {
  /** The name of a new file is on the disk when its folder is. */
  const syncFolder = async (path: string): Promise<void> => {
    // Windows opens no folders, and needs none to be.
    if (process.platform === 'win32') return
    const handle = await fs.open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  /** A new file with these bytes, open for more. */
  const make = async (folder: string, file: string, bytes: Uint8Array) => {
    const path = join(root, folder)
    const made = await fs.mkdir(path, { recursive: true, mode: 0o700 })
    const handle = await fs.open(join(path, file), 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
      await syncFolder(path)
      if (made !== undefined) await syncFolder(root)
    } catch (reason) {
      await handle.close().catch(() => null)
      throw reason
    }
    return handle
  }

  return {
    folders: async () => {
      const entries = await unlessMissing(() => fs.readdir(root, { withFileTypes: true }))
      return (entries ?? []).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))
    },
    files: async folder => {
      const names = (await unlessMissing(() => fs.readdir(join(root, folder)))) ?? []
      return Promise.all(
        names.map(async name => ({ name, time: (await fs.stat(join(root, folder, name))).mtimeMs }))
      )
    },
    read: (folder, file) => fs.readFile(join(root, folder, file)),
    write: async (folder, file, bytes) => {
      const handle = await make(folder, file, bytes)
      await handle.close()
    },
    grow: async (folder, file) => {
      const handle = await make(folder, file, new Uint8Array())
      return {
        append: async bytes => {
          await handle.writeFile(bytes)
          await handle.datasync()
        },
        close: () => handle.close()
      }
    },
    removeFile: (folder, file) => fs.unlink(join(root, folder, file)),
    removeFolder: folder => fs.rm(join(root, folder), { recursive: true, force: true })
  }
}

/** What a failure of the file system means to a person. */
export function journalTrouble(reason: unknown): string {
  const code = reason instanceof Error && 'code' in reason ? reason.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return strings.recovery.diskFull
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return strings.recovery.notAllowed
  return reason instanceof Error ? `${reason.message}.` : `${String(reason)}.`
}

async function unlessMissing<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return null
    throw reason
  }
}

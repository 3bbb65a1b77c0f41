import type { Drive } from '../../shared/journal/drive'
import { strings } from '../../shared/strings/strings'

/** Journals in the page's private file system. Only a worker may write there at once, and know that it is written. */
export function createOpfsDrive(): Drive {
  const root = async (): Promise<FileSystemDirectoryHandle> =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('journals', { create: true })
  const folderOf = async (folder: string, create = false): Promise<FileSystemDirectoryHandle> =>
    (await root()).getDirectoryHandle(folder, { create })

  /** A new file with these bytes, open for more. */
  const make = async (
    folder: string,
    file: string,
    bytes: Uint8Array
  ): Promise<FileSystemSyncAccessHandle> => {
    const entry = await (await folderOf(folder, true)).getFileHandle(file, { create: true })
    if (!('createSyncAccessHandle' in entry)) throw new Error(strings.recovery.noStorage)
    const handle = await entry.createSyncAccessHandle()
    try {
      handle.truncate(0)
      writeAt(handle, bytes, 0)
      return handle
    } catch (reason) {
      handle.close()
      throw reason
    }
  }

  return {
    folders: async () => {
      const names: string[] = []
      for await (const [name, { kind }] of await root()) if (kind === 'directory') names.push(name)
      return names
    },
    files: async folder => {
      const found = []
      try {
        for await (const [name, entry] of await folderOf(folder))
          if (entry instanceof FileSystemFileHandle)
            found.push({ name, time: (await entry.getFile()).lastModified })
      } catch (reason) {
        if (!isMissing(reason)) throw reason
      }
      return found
    },
    read: async (folder, file) => {
      const entry = await (await folderOf(folder)).getFileHandle(file)
      return new Uint8Array(await (await entry.getFile()).arrayBuffer())
    },
    write: async (folder, file, bytes) => (await make(folder, file, bytes)).close(),
    grow: async (folder, file) => {
      const handle = await make(folder, file, new Uint8Array())
      let size = 0
      return {
        append: bytes => {
          writeAt(handle, bytes, size)
          size += bytes.length
          return Promise.resolve()
        },
        close: () => {
          handle.close()
          return Promise.resolve()
        }
      }
    },
    removeFile: async (folder, file) => (await folderOf(folder)).removeEntry(file),
    removeFolder: async folder => {
      try {
        await (await root()).removeEntry(folder, { recursive: true })
      } catch (reason) {
        if (!isMissing(reason)) throw reason
      }
    }
  }
}

/** What a failure of the browser's storage means to a person. */
export function storageTrouble(reason: unknown): string {
  if (reason instanceof DOMException && reason.name === 'QuotaExceededError')
    return strings.recovery.storageFull
  return reason instanceof Error ? `${reason.message}.` : `${String(reason)}.`
}

function writeAt(handle: FileSystemSyncAccessHandle, bytes: Uint8Array, at: number): void {
  const written = handle.write(new Uint8Array(bytes), { at })
  // A browser whose storage is full may write a part and throw nothing.
  if (written < bytes.length) throw new DOMException('not all was written', 'QuotaExceededError')
  handle.flush()
}

function isMissing(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'NotFoundError'
}

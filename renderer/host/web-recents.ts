import type { BlobStore } from './blobs'
import type { FileHandle } from './host'
import type { Recent, Recents } from './recents'

const most = 12
const prefix = 'recent/'

/** Recent files of the web edition, kept in its blobs: a browser lets handles of files be stored. */
export function createWebRecents(
  blobs: BlobStore,
  isSame: (a: FileHandle, b: FileHandle) => Promise<boolean>
): Recents {
  /** What can't be read is left out. */
  const list = async (): Promise<readonly Recent[]> => {
    const keys = await blobs.keys(prefix)
    if (!keys.ok) return []
    const found = await Promise.all(keys.value.map(key => blobs.get(key)))
    const files = found.flatMap(each => (each.ok && isRecent(each.value) ? [each.value] : []))
    return files.toSorted((a, b) => b.time - a.time).slice(0, most)
  }
  return {
    list,
    note: async (name, handle, picture) => {
      const files = await list()
      const same = await Promise.all(files.map(file => isSame(file.handle, handle)))
      const id = files.find((_file, i) => same[i])?.id ?? crypto.randomUUID()
      await blobs.put(`${prefix}${id}`, { id, name, time: Date.now(), handle, picture } satisfies Recent)
      const others = files.filter((_file, i) => same[i] !== true)
      for (const other of others.slice(most - 1)) await blobs.delete(`${prefix}${other.id}`)
    },
    forget: async id => {
      await blobs.delete(`${prefix}${id}`)
    }
  }
}

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null) return false
  const { id, name, time, handle } = value as Record<string, unknown>
  return typeof id === 'string' && typeof name === 'string' && typeof time === 'number' && !!handle
}

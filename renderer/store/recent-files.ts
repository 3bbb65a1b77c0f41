import { create } from 'zustand'
import type { Document } from '../../shared/document/schema'
import { miniScene, type MiniScene } from '../diagram/mini-scene'
import { host } from '../host/current'
import type { FileHandle } from '../host/host'

/** A file that was opened or saved, and can be opened again. */
export interface RecentFile {
  readonly id: string
  readonly name: string
  /** When it was last opened or saved, in milliseconds since 1970. */
  readonly time: number
  readonly handle: FileHandle
  readonly picture: MiniScene
}

const most = 12
const prefix = 'recent/'

/** The latest first; empty where the host can open nothing again. */
export const useRecentFiles = create<{ readonly files: readonly RecentFile[] }>()(() => ({ files: [] }))

/** Reads the list, which another window may have changed. What can't be read is left out. */
export async function loadRecentFiles(): Promise<void> {
  if (!host.reopening) return
  const keys = await host.blobs.keys(prefix)
  if (!keys.ok) return
  const found = await Promise.all(keys.value.map(key => host.blobs.get(key)))
  const files = found.flatMap(each => (each.ok && isRecentFile(each.value) ? [each.value] : []))
  useRecentFiles.setState({ files: files.toSorted((a, b) => b.time - a.time).slice(0, most) })
}

/** Puts a file at the head of the list, in place of what the list says of it. */
export async function noteRecentFile(
  { name, handle }: { readonly name: string; readonly handle: FileHandle | null },
  document: Document
): Promise<void> {
  const { reopening } = host
  if (!reopening || handle === null) return
  await loadRecentFiles()
  const { files } = useRecentFiles.getState()
  const same = await Promise.all(files.map(file => reopening.isSame(file.handle, handle)))
  const file: RecentFile = {
    id: files.find((_file, i) => same[i])?.id ?? crypto.randomUUID(),
    name,
    time: Date.now(),
    handle,
    picture: miniScene(document)
  }
  const all = [file, ...files.filter((_file, i) => same[i] !== true)]
  await host.blobs.put(`${prefix}${file.id}`, file)
  useRecentFiles.setState({ files: all.slice(0, most) })
  for (const { id } of all.slice(most)) await host.blobs.delete(`${prefix}${id}`)
}

/** Takes a file off the list; the file itself stays as it is. */
export async function forgetRecentFile(id: string): Promise<void> {
  // Shown as gone when it is gone: the window may be closed at once.
  await host.blobs.delete(`${prefix}${id}`)
  useRecentFiles.setState(({ files }) => ({ files: files.filter(file => file.id !== id) }))
}

function isRecentFile(value: unknown): value is RecentFile {
  if (typeof value !== 'object' || value === null) return false
  const { id, name, time, handle, picture } = value as Record<string, unknown>
  const isScene =
    typeof picture === 'object' && picture !== null && 'tiles' in picture && Array.isArray(picture.tiles)
  return typeof id === 'string' && typeof name === 'string' && typeof time === 'number' && isScene && !!handle
}

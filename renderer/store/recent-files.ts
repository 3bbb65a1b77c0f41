import { create } from 'zustand'
import type { Document } from '../../shared/document/schema'
import { miniScene, type MiniScene } from '../diagram/mini-scene'
import { host } from '../host/current'
import type { FileHandle } from '../host/host'
import type { Recent } from '../host/recents'

/** A file that was opened or saved, and can be opened again. */
export type RecentFile = Omit<Recent, 'picture'> & { readonly picture: MiniScene }

/** The latest first; empty where the host can open nothing again. */
export const useRecentFiles = create<{ readonly files: readonly RecentFile[] }>()(() => ({ files: [] }))

/** Reads the list, which another window may have changed. What has no picture is left out. */
export async function loadRecentFiles(): Promise<void> {
  const files = (await host.recents?.list()) ?? []
  useRecentFiles.setState({
    files: files.flatMap(file => (isScene(file.picture) ? [{ ...file, picture: file.picture }] : []))
  })
}

/** Puts a file at the head of the list, in place of what the list says of it. */
export async function noteRecentFile(
  { name, handle }: { readonly name: string; readonly handle: FileHandle | null },
  document: Document
): Promise<void> {
  if (!host.recents || handle === null) return
  await host.recents.note(name, handle, miniScene(document))
  await loadRecentFiles()
}

/** Takes a file off the list; the file itself stays as it is. */
export async function forgetRecentFile(id: string): Promise<void> {
  // Shown as gone when it is gone: the window may be closed at once.
  await host.recents?.forget(id)
  await loadRecentFiles()
}

host.recents?.follow?.(() => void loadRecentFiles())

function isScene(value: unknown): value is MiniScene {
  return typeof value === 'object' && value !== null && 'tiles' in value && Array.isArray(value.tiles)
}

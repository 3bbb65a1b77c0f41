import { createHash } from 'node:crypto'
import { basename, dirname, isAbsolute, join, sep } from 'node:path'
import type { FileTrouble } from '../../shared/files/trouble'
import type { RecentEntry } from '../../shared/ipc/answers'
import type { Result } from '../../shared/result'
import type { Disks } from './disks'
import { isRecord, validEntries } from './own-content'
import { openOwnFile } from './own-file'
import type { FilePlace, UserFiles } from './user-files'

/** The files that the person had open last, the latest first. */
export interface RecentFiles {
  /** Whether they are still there shows when they are opened: a disk may be away for now. */
  list(): readonly RecentEntry[]
  /** The file was opened or saved; a token that was not given is left out. */
  note(token: string, picture: string): void
  forget(id: string): void
  clear(): void
  flush(): Promise<Result<null, FileTrouble>>
}

export interface RecentFilesOptions {
  readonly disks: Disks
  readonly path: string
  readonly files: UserFiles
  /** The person's own folder, which is written `~`. */
  readonly home: string
  readonly onTrouble: (trouble: FileTrouble) => void
}

interface Kept extends FilePlace {
  readonly time: number
  readonly picture: string
}

const mostEntries = 12
const mostPath = 32_768
const mostPicture = 200_000
const mostBytes = 16 * 1024 ** 2

export function openRecentFiles({ disks, path, files, home, onTrouble }: RecentFilesOptions): RecentFiles {
  const file = openOwnFile({
    disks,
    path,
    version: 1,
    mostBytes,
    content: () => ({ entries: kept }),
    onTrouble
  })
  let kept = 'content' in file.found ? tidy(validEntries(file.found.content['entries'], readKept)) : []

  const change = (next: readonly Kept[]): void => {
    kept = next
    file.changed()
  }

  return {
    list: () =>
      kept.map(entry => ({
        id: idOf(entry),
        file: files.grantAgain(entry),
        name: basename(entry.path),
        folder: folderOf(entry.path, home),
        time: entry.time,
        picture: entry.picture
      })),
    note: (token, picture) => {
      const place = files.placeOf(token)
      if (place === null || picture.length > mostPicture) return
      change(tidy([{ ...place, time: disks.clock.now(), picture }, ...kept]))
    },
    forget: id => change(kept.filter(entry => idOf(entry) !== id)),
    clear: () => change([]),
    flush: () => file.flush()
  }
}

/** Each file once, where it stands first. */
function tidy(entries: readonly Kept[]): readonly Kept[] {
  const byPlace = new Map<string, Kept>()
  for (const entry of entries) if (!byPlace.has(entry.real)) byPlace.set(entry.real, entry)
  return [...byPlace.values()].slice(0, mostEntries)
}

function readKept(entry: unknown): Kept | null {
  if (!isRecord(entry)) return null
  const { path, real, time, picture } = entry
  if (!isPlace(path) || !isPlace(real)) return null
  if (typeof time !== 'number' || !Number.isFinite(time) || time < 0) return null
  if (typeof picture !== 'string' || picture.length > mostPicture) return null
  return { path, real, time, picture }
}

function isPlace(path: unknown): path is string {
  return typeof path === 'string' && path.length <= mostPath && isAbsolute(path) && !path.includes('\0')
}

function idOf({ real }: Kept): string {
  return createHash('sha256').update(real).digest('base64url').slice(0, 22)
}

function folderOf(path: string, home: string): string {
  const folder = dirname(path)
  if (folder === home) return '~'
  return folder.startsWith(join(home, sep)) ? `~${folder.slice(home.length)}` : folder
}

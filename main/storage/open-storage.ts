import { join } from 'node:path'
import type { FileTrouble } from '../../shared/files/trouble'
import { systemClock } from './clock'
import { createDisks } from './disks'
import { nodeFileSystem } from './file-system'
import { createJournals, type Journals } from './journals'
import { openRecentFiles, type RecentFiles } from './recent-files'
import { openSettings, type SettingsFile } from './settings-file'
import { createUserExports, type UserExports } from './user-exports'
import { createUserFiles, type UserFiles } from './user-files'
import { openWindowPlaces, type WindowPlaces } from './window-places'

/** All that the app keeps on disks, its own and the person's. */
export interface Storage {
  readonly settings: SettingsFile
  readonly files: UserFiles
  readonly exports: UserExports
  readonly recent: RecentFiles
  readonly places: WindowPlaces
  readonly journals: Journals
  /** Done when all that was to be written is on the disk, or could not be. */
  flush(): Promise<void>
}

interface Options {
  /** The app's own folder for this person. */
  readonly folder: string
  /** The person's folder, which is written `~`. */
  readonly home: string
  /** Told what could not be kept. */
  readonly warn: (trouble: FileTrouble) => void
}

export function openStorage({ folder, home, warn: onTrouble }: Options): Storage {
  // Node has four threads for files: a network folder that hangs holds three at the most, and the app's own are safe.
  const person = createDisks({ fs: nodeFileSystem, clock: systemClock })
  const own = createDisks({ fs: nodeFileSystem, clock: systemClock, threads: 1 })
  const files = createUserFiles({ disks: person })
  const settings = openSettings({ disks: own, path: join(folder, 'settings.json'), onTrouble })
  const recent = openRecentFiles({
    disks: own,
    path: join(folder, 'recent-files.json'),
    files,
    home,
    onTrouble
  })
  const places = openWindowPlaces({ disks: own, path: join(folder, 'window-places.json'), onTrouble })
  return {
    settings,
    files,
    exports: createUserExports({ disks: person }),
    recent,
    places,
    journals: createJournals({ folder: join(folder, 'journals') }),
    flush: async () => {
      await Promise.all([settings.flush(), recent.flush(), places.flush()])
    }
  }
}

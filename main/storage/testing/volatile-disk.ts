import { linkSync, lstatSync, readdirSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { nodeFileSystem, type FileSystem, type OpenFile } from '../file-system'

/** The real disk, with a power switch: what was not synced is lost, as it may be on a real one. */
export interface VolatileDisk {
  readonly fs: FileSystem
  /** How many files are open. */
  openFiles(): number
  /** What the system does when a process ends. */
  closeAll(): Promise<void>
  /**
   * Files lose what was written and not synced. `names` tells of names that were given in a folder that was not synced
   * after that: whether they are kept, as the disk is free to decide.
   */
  losePower(names: 'kept' | 'lost'): void
}

interface Renaming {
  readonly from: string
  readonly to: string
  /** Where what it has replaced is still to be found. */
  readonly replaced: string | null
}

/** What is replaced is kept in the folder `attic` until it is lost for good. */
export function createVolatileDisk(attic: string): VolatileDisk {
  const opened = new Set<OpenFile>()
  let unsynced: readonly string[] = []
  /** Files that are new in a folder that was not synced since. */
  let created: readonly string[] = []
  let renamings: readonly Renaming[] = []

  const forget = (path: string): void => {
    unsynced = unsynced.filter(other => other !== path)
  }

  const fileOf = (path: string, real: OpenFile): OpenFile => {
    const file: OpenFile = {
      ...real,
      write: async bytes => {
        const taken = await real.write(bytes)
        forget(path)
        unsynced = [...unsynced, path]
        return taken
      },
      // The real one would only take time: here power is never lost but by `losePower`.
      sync: () => {
        forget(path)
        return Promise.resolve()
      },
      close: async () => {
        opened.delete(file)
        await real.close()
      }
    }
    opened.add(file)
    return file
  }

  const fs: FileSystem = {
    ...nodeFileSystem,
    open: async (path, how, mode) => {
      const real = await nodeFileSystem.open(path, how, mode)
      if (how === 'create') created = [...created, path]
      return fileOf(path, real)
    },
    unlink: async path => {
      await nodeFileSystem.unlink(path)
      forget(path)
    },
    rename: async (from, to) => {
      const replaced = keepInAttic(to, join(attic, String(readdirSync(attic).length)))
      await nodeFileSystem.rename(from, to)
      unsynced = unsynced.map(path => moved(path, from, to))
      // Its old name is lost, if at all, by the renaming.
      created = created.filter(path => path !== from).map(path => moved(path, from, to))
      renamings = [...renamings, { from, to, replaced }]
    },
    syncFolder: folder => {
      created = created.filter(path => dirname(path) !== folder)
      renamings = renamings.filter(({ to }) => dirname(to) !== folder)
      return Promise.resolve()
    }
  }

  return {
    fs,
    openFiles: () => opened.size,
    closeAll: async () => {
      await Promise.all([...opened].map(file => file.close()))
    },
    losePower: names => {
      for (const path of unsynced) truncateSync(path)
      if (names === 'lost') for (const path of created) rmSync(path, { force: true })
      for (const { from, to, replaced } of names === 'lost' ? renamings.toReversed() : []) {
        renameSync(to, from)
        if (replaced !== null) renameSync(replaced, to)
      }
      unsynced = []
      created = []
      renamings = []
    }
  }
}

function moved(path: string, from: string, to: string): string {
  return path === from || path.startsWith(from + sep) ? to + path.slice(from.length) : path
}

function keepInAttic(path: string, kept: string): string | null {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null
  linkSync(path, kept)
  return kept
}

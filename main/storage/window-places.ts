import type { FileTrouble } from '../../shared/files/trouble'
import type { Result } from '../../shared/result'
import type { Disks } from './disks'
import { isRecord, validEntries } from './own-content'
import { openOwnFile } from './own-file'
import type { Bounds, WindowPlace } from './place-on-screen'

/** Where windows were; `placeFor` makes of it where a new one goes. */
export interface WindowPlaces {
  /** The place of the window that was used last comes first; from this run and earlier ones. */
  list(): readonly WindowPlace[]
  /** To be called when a window was moved, resized, looked at or closed; `window` is any number of its own. */
  note(window: number, place: WindowPlace): void
  flush(): Promise<Result<null, FileTrouble>>
}

export interface WindowPlacesOptions {
  readonly disks: Disks
  readonly path: string
  readonly onTrouble: (trouble: FileTrouble) => void
}

interface Kept {
  /** `null` for a window of an earlier run. */
  readonly window: number | null
  readonly place: WindowPlace
}

const mostPlaces = 8
const mostBytes = 1024 ** 2
/** Pixels, as far from the main screen as anybody's screens go. */
const farthest = 100_000

export function openWindowPlaces({ disks, path, onTrouble }: WindowPlacesOptions): WindowPlaces {
  const file = openOwnFile({
    disks,
    path,
    version: 1,
    mostBytes,
    content: () => ({ places: kept.map(({ place }) => place) }),
    onTrouble
  })
  const stored = 'content' in file.found ? validEntries(file.found.content['places'], readPlace) : []
  let kept: readonly Kept[] = stored.slice(0, mostPlaces).map(place => ({ window: null, place }))

  return {
    list: () => kept.map(({ place }) => place),
    note: (window, place) => {
      const others = kept.filter(entry => entry.window !== window)
      kept = [{ window, place }, ...others].slice(0, mostPlaces)
      file.changed()
    },
    flush: () => file.flush()
  }
}

function readPlace(entry: unknown): WindowPlace | null {
  if (!isRecord(entry)) return null
  const { mode } = entry
  const bounds = readBounds(entry['bounds'])
  const isMode = mode === 'normal' || mode === 'maximised' || mode === 'full-screen'
  return isMode && bounds !== null ? { bounds, mode } : null
}

function readBounds(value: unknown): Bounds | null {
  if (!isRecord(value)) return null
  const { x, y, width, height } = value
  if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height)) return null
  return width > 0 && height > 0 ? { x, y, width, height } : null
}

function isPixels(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= farthest
}

import { create } from 'zustand'
import type { Picture } from '../../shared/training/protocol'

interface Pictures {
  /** What each block gives for one sample, by its path. */
  readonly pictures: ReadonlyMap<string, Picture>
  /** The paths alone: the same set while no block comes or goes. */
  readonly paths: ReadonlySet<string>
}

const none: Pictures = { pictures: new Map(), paths: new Set() }

/** What the network that trains computes, as it was last seen. */
export const usePictures = create<Pictures>()(() => none)

export function takePictures(pictures: ReadonlyMap<string, Picture>): void {
  usePictures.setState(({ paths }) => {
    const same = paths.size === pictures.size && [...pictures.keys()].every(path => paths.has(path))
    return { pictures, paths: same ? paths : new Set(pictures.keys()) }
  })
}

/** Forgets them, as when they are of another network than the one that is shown. */
export function dropPictures(): void {
  if (usePictures.getState() !== none) usePictures.setState(none)
}

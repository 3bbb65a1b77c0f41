import type { Result } from '../../result'
import { showName } from '../show-name'
import { refused, type ZipProblem } from './zip-problem'

/** What is taken of a zip. All of it is checked before anything is unpacked. */
export interface ZipLimits {
  /** Of all files together, unpacked. */
  readonly maxBytes: number
  /** Folders too. */
  readonly maxFiles: number
  /** How many times its own size a zip may unpack to, once that is more than `freeBytes`. */
  readonly ratio?: { readonly most: number; readonly freeBytes: number }
  /**
   * Which names a file or a folder (without its last slash) may have. Without it any: names are keys of a map,
   * and whoever makes paths of them must say what a path may be.
   */
  readonly names?: { readonly allow: (name: string) => boolean; readonly expected: string }
}

export const USUAL_LIMITS: ZipLimits = { maxBytes: 2 ** 30, maxFiles: 10_000 }

/** Why the zip of `packed` bytes may not unpack to `unpacked`. */
export function sizeRefusal(
  packed: number,
  unpacked: number,
  { maxBytes, ratio }: ZipLimits
): Result<never, ZipProblem> | null {
  const most =
    ratio === undefined ? maxBytes : Math.min(maxBytes, Math.max(ratio.freeBytes, packed * ratio.most))
  if (unpacked <= most) return null
  const received = `${unpacked.toLocaleString('en')} bytes`
  const expected = `at most ${most.toLocaleString('en')}`
  return refused(`would unpack from ${packed.toLocaleString('en')} to ${received}: ${expected} are read`, {
    received,
    expected
  })
}

/** Why an entry of this name is not taken. */
export function nameRefusal(entry: string, { names }: ZipLimits): Result<never, ZipProblem> | null {
  const name = entry.endsWith('/') ? entry.slice(0, -1) : entry
  if (names === undefined || names.allow(name)) return null
  const { expected } = names
  return refused(`has a name that is not allowed: it must be ${expected}`, {
    file: entry,
    received: showName(entry),
    expected
  })
}

import { fail } from '../../result'
import { showName } from '../show-name'

/** Why nothing of a zip is read: it is not what was once written, or it may be, and is not taken. */
export interface ZipProblem {
  readonly kind: 'damaged' | 'refused'
  /** Which file in it is meant; without it, the zip as a whole. */
  readonly file?: string
  /** `its directory is cut off` of what is damaged; of what is refused, what follows its name: `has a password`. */
  readonly why: string
  readonly received?: string
  readonly expected?: string
}

interface Failure {
  readonly ok: false
  readonly error: ZipProblem
}

export function damaged(why: string, file?: string): Failure {
  return fail({ kind: 'damaged', why, ...(file === undefined ? {} : { file }) })
}

export function refused(why: string, more: Partial<Omit<ZipProblem, 'kind' | 'why'>> = {}): Failure {
  return fail({ kind: 'refused', why, ...more })
}

/** `the zip is damaged: its directory is cut off`, `"a.txt" has a password`. */
export function zipMessage({ kind, file, why }: ZipProblem): string {
  const subject = file === undefined ? 'the zip' : showName(file)
  return kind === 'damaged' ? `${subject} is damaged: ${why}` : `${subject} ${why}`
}

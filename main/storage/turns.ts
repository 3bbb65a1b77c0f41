import type { FileTrouble } from '../../shared/files/trouble'
import { fail, type Result } from '../../shared/result'
import type { Begun, Disks, Work } from './disks'
import { hanging } from './trouble'

/** Does what concerns one file one after the other. While its disk hangs, all the rest is told so at once. */
export interface Turns {
  take<T>(work: Work<T>): Promise<Result<T, FileTrouble>>
  /** For work that was begun elsewhere. */
  waitFor(begun: Begun<unknown>): void
}

export function createTurns(disks: Disks): Turns {
  let last: Promise<unknown> = Promise.resolve()
  let isHanging = false

  const waitFor = (begun: Begun<unknown>): void => {
    isHanging = true
    const goOn = () => {
      isHanging = false
    }
    begun.end.then(goOn, goOn)
  }

  return {
    take: work => {
      const turn = last.then(async () => {
        if (isHanging) return fail(hanging)
        const begun = disks.begin(work)
        const answer = await begun.answer
        if (begun.isLate()) waitFor(begun)
        return answer
      })
      last = turn.catch(() => null)
      return turn
    },
    waitFor
  }
}

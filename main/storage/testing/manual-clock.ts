import type { Clock } from '../clock'

/** A clock that stands until it is moved. */
export interface ManualClock extends Clock {
  /** Moves on, and runs what was due by then. */
  pass(milliseconds: number): void
}

export function createManualClock(start = Date.UTC(2026, 0, 2, 3, 4, 5)): ManualClock {
  let now = start
  let due: readonly { readonly at: number; readonly run: () => void }[] = []
  return {
    now: () => now,
    after: (milliseconds, run) => {
      const entry = { at: now + milliseconds, run }
      due = [...due, entry]
      return () => {
        due = due.filter(other => other !== entry)
      }
    },
    pass: milliseconds => {
      now += milliseconds
      const over = due.filter(({ at }) => at <= now)
      due = due.filter(entry => !over.includes(entry))
      for (const { run } of over) run()
    }
  }
}

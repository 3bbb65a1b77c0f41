import { powerSaveBlocker } from 'electron'
import type { Trainings } from './trainings'

/** Keeps the system from falling asleep while anything is trained; the screen may go dark. */
export function keepAwake(trainings: Pick<Trainings, 'watch'>): void {
  let blocker: number | null = null
  trainings.watch(isRunning => {
    if (isRunning) blocker ??= powerSaveBlocker.start('prevent-app-suspension')
    else if (blocker !== null) {
      powerSaveBlocker.stop(blocker)
      blocker = null
    }
  })
}

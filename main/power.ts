import { powerSaveBlocker } from 'electron'

/** Keeps the system from falling asleep while anything is trained; the screen may go dark. */
export function createWakefulness(): (training: boolean) => void {
  let blocker: number | null = null
  return training => {
    if (training === (blocker !== null)) return
    if (blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension')
    else {
      powerSaveBlocker.stop(blocker)
      blocker = null
    }
  }
}

import type { AppWindow } from './window/app-window'

export interface Trainings {
  isRunning(): boolean
  /** Calls with every change of `isRunning`; gives a function that ends it. */
  watch(listener: (isRunning: boolean) => void): () => void
  /** To be called when a window has told something new, or is gone. */
  look(): void
}

/** Whether anything is trained, in any window. */
export function createTrainings(windows: () => readonly AppWindow[]): Trainings {
  const listeners = new Set<(isRunning: boolean) => void>()
  let running = false
  return {
    isRunning: () => running,
    watch: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    look: () => {
      const now = windows().some(({ face }) => face.training)
      if (now === running) return
      running = now
      for (const listener of [...listeners]) listener(now)
    }
  }
}

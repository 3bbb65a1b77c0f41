/** What updates must know of the trainings in all windows. */
export interface Training {
  isRunning(): boolean
  /** Calls with every change of `isRunning`; gives a function that ends it. */
  watch(listener: (isRunning: boolean) => void): () => void
}

/** Resolves when no training runs: at once, or when it has ended. */
export function untilIdle(training: Training): Promise<void> {
  if (!training.isRunning()) return Promise.resolve()
  return new Promise(done => {
    const end = training.watch(isRunning => {
      if (isRunning) return
      end()
      done()
    })
  })
}

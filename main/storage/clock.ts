/** Time, as far as files need it; tests have one that they move. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs something after so many milliseconds, unless the function that it gives was called by then. */
  after(milliseconds: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  }
}

export function pause(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise(done => clock.after(milliseconds, done))
}

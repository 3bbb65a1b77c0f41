/** The threads that some calls may hold at a time. */
export interface Threads {
  /**
   * Gives `false` where every thread is held by a call that hangs. Who is `patient` waits even then, as those must who
   * only tidy up.
   */
  enter(isPatient: boolean): Promise<boolean>
  /** A call that has entered does not come back. */
  hang(): void
  leave(hasHung: boolean): void
}

export function createThreads(count: number): Threads {
  let held = 0
  let hanging = 0
  let waiting: readonly { readonly isPatient: boolean; readonly go: (hasEntered: boolean) => void }[] = []

  const admit = (): void => {
    while (held < count) {
      const [next, ...others] = waiting
      if (next === undefined) return
      waiting = others
      held += 1
      next.go(true)
    }
    if (hanging < count) return
    const refused = waiting.filter(({ isPatient }) => !isPatient)
    waiting = waiting.filter(({ isPatient }) => isPatient)
    for (const { go } of refused) go(false)
  }

  return {
    enter: isPatient =>
      new Promise(go => {
        waiting = [...waiting, { isPatient, go }]
        admit()
      }),
    hang: () => {
      hanging += 1
      admit()
    },
    leave: hasHung => {
      held -= 1
      if (hasHung) hanging -= 1
      admit()
    }
  }
}

/** How a run is told to wait, take one step, go on or end. */
export class Steering {
  private ended = false
  private gate: { readonly opened: Promise<void>; readonly open: () => void } | null = null
  private steps = 0

  isStopped(): boolean {
    return this.ended
  }

  isPaused(): boolean {
    return this.gate !== null
  }

  /** Whether this changed anything. */
  pause(): boolean {
    if (this.gate !== null) return false
    this.gate = newGate()
    return true
  }

  resume(): boolean {
    const { gate } = this
    this.gate = null
    this.steps = 0
    gate?.open()
    return gate !== null
  }

  /** Lets one step through; only while paused. */
  step(): void {
    if (this.gate === null) return
    this.steps++
    this.gate.open()
    this.gate = newGate()
  }

  stop(): void {
    this.ended = true
    this.resume()
  }

  /** Resolves when the next step may be taken, or the run is to end. */
  async mayGoOn(): Promise<void> {
    while (this.gate !== null && !this.ended) {
      if (this.steps > 0) {
        this.steps--
        return
      }
      await this.gate.opened
    }
  }
}

function newGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { opened, open: () => open() }
}

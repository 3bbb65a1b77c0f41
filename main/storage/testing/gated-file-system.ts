import { passingCalls, type Call } from '../calls'
import type { FileSystem } from '../file-system'

/** A call that is held: it neither comes back nor is it done, as on a disk that hangs. */
export interface Held {
  /** Done when the call was made. */
  readonly reached: Promise<void>
  /** Now it is done, and comes back. */
  release(): void
}

interface Gate {
  readonly matches: (call: Call) => boolean
  readonly pass: () => Promise<void>
}

export interface GatedFileSystem {
  readonly fs: FileSystem
  /** Holds the next call of this name whose path ends so. */
  hold(name: Call['name'], ending?: string): Held
}

export function createGatedFileSystem(real: FileSystem): GatedFileSystem {
  let gates: readonly Gate[] = []

  return {
    fs: passingCalls(real, async (call, perform) => {
      const gate = gates.find(({ matches }) => matches(call))
      if (gate !== undefined) {
        gates = gates.filter(other => other !== gate)
        await gate.pass()
      }
      return perform()
    }),
    hold: (name, ending = '') => {
      let reach = (): void => undefined
      let release = (): void => undefined
      const reached = new Promise<void>(done => {
        reach = done
      })
      const released = new Promise<void>(done => {
        release = done
      })
      gates = [
        ...gates,
        {
          matches: call => call.name === name && call.path.endsWith(ending),
          pass: () => {
            reach()
            return released
          }
        }
      ]
      return { reached, release: () => release() }
    }
  }
}

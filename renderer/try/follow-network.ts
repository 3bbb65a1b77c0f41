import { runIdOf, type RunState } from '../../shared/training/reduce-run'
import { useTraining } from '../store/training'

/** At most so much of the time goes into asking while the network trains, and never two questions sooner than this. */
const share = 0.05
const soonest = 400

/** How often a network is asked anew: after each epoch, or with each report of progress. */
export type Pace = 'epoch' | 'step'

/** What the network has come to; `null` while there is none that could be asked. */
export function momentOf(run: RunState, pace: Pace): string | null {
  switch (run.kind) {
    case 'running':
    case 'paused':
      return `${run.facts.runId} ${pace === 'epoch' ? run.facts.scores.length : run.facts.step}`
    case 'finished':
      return `${run.facts.runId} end`
    case 'loaded':
      return `${runIdOf(run)} loaded`
    default:
      return null
  }
}

/** Asks now and whenever the network has come on, with rests in between that leave the time to training. Ends when told. */
export function followNetwork(pace: Pace, ask: () => Promise<void>): () => void {
  let asked: string | null = null
  let isBusy = false
  let isOver = false
  const goOn = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    for (;;) {
      const moment = momentOf(useTraining.getState().run, pace)
      if (isOver || moment === null || moment === asked) break
      asked = moment
      const began = performance.now()
      await ask()
      await rest(restAfter(performance.now() - began))
    }
    isBusy = false
  }
  const end = useTraining.subscribe(() => void goOn())
  void goOn()
  return () => {
    isOver = true
    end()
  }
}

/** Milliseconds to wait after a question that took so long. */
export function restAfter(took: number): number {
  return Math.max(soonest, took / share - took)
}

/** Waits, but no longer than the network trains. */
function rest(milliseconds: number): Promise<void> {
  const trains = (): boolean => useTraining.getState().run.kind === 'running'
  return new Promise(resolve => {
    if (!trains()) {
      resolve()
      return
    }
    const done = (): void => {
      clearTimeout(timer)
      end()
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    const end = useTraining.subscribe(() => {
      if (!trains()) done()
    })
  })
}

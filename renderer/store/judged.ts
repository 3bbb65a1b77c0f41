import { useEffect } from 'react'
import { create } from 'zustand'
import type { Judgement } from '../../shared/training/protocol'
import { runIdOf, type RunState } from '../../shared/training/reduce-run'
import { judge, useTraining } from './training'

interface Judged {
  readonly judgement: Judgement | null
  /** Why there is none. */
  readonly why: string | null
  /** The moment of the run that it is of, and how many samples were asked about. */
  readonly of: string | null
}

const none: Judged = { judgement: null, why: null, of: null }

export const useJudged = create<Judged>()(() => none)

/** What the network has come to: it changes with each epoch, and at the end. `null` while it can't be asked. */
export function momentOf(run: RunState): string | null {
  switch (run.kind) {
    case 'running':
    case 'paused':
      return `${run.facts.runId} ${run.facts.scores.length}`
    case 'finished':
      return `${run.facts.runId} end`
    case 'loaded':
      return `${runIdOf(run)} loaded`
    default:
      return null
  }
}

let asking = false

async function refresh(most: number): Promise<void> {
  if (asking) return
  asking = true
  try {
    for (;;) {
      const moment = momentOf(useTraining.getState().run)
      const of = moment === null ? null : `${moment} ${most}`
      if (of === null || useJudged.getState().of === of) return
      const answer = await judge(most)
      useJudged.setState(
        answer.ok ? { judgement: answer.value, why: null, of } : { judgement: null, why: answer.error, of }
      )
    }
  } finally {
    asking = false
  }
}

/** What the network says about held-out samples, asked anew after each epoch while somebody looks. */
export function useJudgement(most: number): Judged {
  const moment = useTraining(s => momentOf(s.run))
  const judged = useJudged()
  useEffect(() => {
    if (moment === null) useJudged.setState(none)
    else void refresh(most)
  }, [moment, most, judged.of])
  return judged
}

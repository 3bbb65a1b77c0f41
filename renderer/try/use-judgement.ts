import { useEffect, useState } from 'react'
import type { Judgement } from '../../shared/training/protocol'
import { runIdOf } from '../../shared/training/reduce-run'
import { judge, useTraining } from '../store/training'
import { followNetwork } from './follow-network'

export type Judged =
  | { readonly kind: 'asking' }
  | { readonly kind: 'judged'; readonly judgement: Judgement }
  | { readonly kind: 'failed'; readonly why: string }

const asking: Judged = { kind: 'asking' }

/** What the network says about so many held-out samples, asked anew after each epoch while somebody looks. */
export function useJudgement(most: number): Judged {
  const runId = useTraining(s => runIdOf(s.run))
  const [answer, setAnswer] = useState<{ readonly of: string | null; readonly judged: Judged } | null>(null)
  useEffect(() => {
    let isCurrent = true
    const end = followNetwork('epoch', async () => {
      const of = runIdOf(useTraining.getState().run)
      const said = await judge(most)
      if (!isCurrent) return
      setAnswer({
        of,
        judged: said.ok ? { kind: 'judged', judgement: said.value } : { kind: 'failed', why: said.error }
      })
    })
    return () => {
      isCurrent = false
      end()
    }
  }, [most])
  // What another network has said is none of this one's.
  return answer !== null && answer.of === runId ? answer.judged : asking
}

import { useEffect, useState } from 'react'
import { fail, ok, type Result } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import { runIdOf } from '../../shared/training/reduce-run'
import { predict, useTraining } from '../store/training'
import { followNetwork } from './follow-network'
import { inputsOf, type NumberQuestion } from './question'
import { inUnits } from './statistics'
import type { SomeSamples } from './use-some-samples'

type Said = Result<readonly number[], string>

/** What it predicts for held-out samples, `[samples, columns]` in the units of the data; `null` before it is known. */
export function useHeldOutNumbers(question: NumberQuestion, { heldOut, split }: SomeSamples): Said | null {
  const runId = useTraining(s => runIdOf(s.run))
  const [answer, setAnswer] = useState<{ readonly of: string | null; readonly said: Said } | null>(null)
  useEffect(() => {
    let isCurrent = true
    const end = followNetwork('epoch', async () => {
      const of = runIdOf(useTraining.getState().run)
      const result = await predict(inputsOf(question, heldOut.fields))
      if (!isCurrent) return
      const values = result.ok ? result.value[question.output]?.data : undefined
      const said = !result.ok
        ? result
        : values
          ? ok(inUnits(question.target.name, values, split.statistics))
          : fail(strings.trying.noModel)
      setAnswer({ of, said })
    })
    return () => {
      isCurrent = false
      end()
    }
  }, [question, heldOut, split])
  return answer !== null && answer.of === runId ? answer.said : null
}

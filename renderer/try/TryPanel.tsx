import { useEffect } from 'react'
import type { RunState } from '../../shared/training/reduce-run'
import { strings } from '../../shared/strings/strings'
import { loadTrained, useTraining } from '../store/training'
import { questionOf } from './question'
import { TryDigit } from './TryDigit'
import { TryTokens } from './TryTokens'
import styles from './TryPanel.module.css'

const words = strings.trying

/** Asks the trained network, in the way that suits its data. One from a file is loaded when it is first looked at. */
export function TryPanel() {
  const trained = useTraining(s => s.trained)
  const note = useTraining(s => noteOf(s.run))
  useEffect(loadTrained, [trained])
  if (!trained || note !== null) return <p className={styles.note}>{note ?? words.untrained}</p>
  const question = questionOf(trained)
  switch (question.kind) {
    case 'digit':
      return <TryDigit key={trained.id} question={question} />
    case 'tokens':
      return <TryTokens key={trained.id} question={question} />
    case 'none':
      return <p className={styles.note}>{words.unsupported}</p>
  }
}

/** Why nothing can be asked; `null` where it can. */
function noteOf(run: RunState): string | null {
  switch (run.kind) {
    case 'running':
    case 'paused':
    case 'finished':
    case 'loaded':
      return null
    case 'kept':
    case 'loading':
      return words.loading
    case 'unusable':
      return `${run.failure.message} ${run.failure.advice}`
    default:
      return words.untrained
  }
}

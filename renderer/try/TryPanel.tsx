import { strings } from '../../shared/strings/strings'
import { useTraining } from '../store/training'
import { questionOf } from './question'
import { TryDigit } from './TryDigit'
import { TryTokens } from './TryTokens'
import styles from './TryPanel.module.css'

const words = strings.trying

/** Asks the trained network, in the way that suits its data. */
export function TryPanel() {
  const trained = useTraining(s => s.trained)
  const ready = useTraining(
    ({ run }) => run.kind === 'running' || run.kind === 'paused' || run.kind === 'finished'
  )
  if (!trained || !ready) return <p className={styles.note}>{words.untrained}</p>
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

import { percentText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import type { Answer } from './use-answer'
import styles from './TryPanel.module.css'

interface BarsProps {
  readonly classes: readonly string[]
  readonly answer: Answer
}

/** How probable each class is; the most probable stands out. */
export function Bars({ classes, answer }: BarsProps) {
  if (answer.kind === 'failed') return <p className={styles.note}>{answer.why}</p>
  const scores = answer.kind === 'scores' ? sharesOf(answer.scores, classes.length) : null
  const best = scores ? scores.indexOf(Math.max(...scores)) : -1
  return (
    <section className={styles.bars} aria-label={strings.trying.probabilities}>
      {classes.map((name, i) => {
        const share = scores?.[i] ?? 0
        return (
          <div key={name} className={`${styles.bar} ${i === best ? styles.best : ''}`} data-best={i === best}>
            <span>{name}</span>
            <i style={{ '--share': `${share * 100}%` }} />
            <output aria-live="off">{scores ? percentText(share) : ''}</output>
          </div>
        )
      })}
    </section>
  )
}

/** Of a yes-or-no question there is one probability: that of the second class. */
function sharesOf(scores: readonly number[], classes: number): readonly number[] {
  const [only = 0] = scores
  return scores.length === 1 && classes === 2 ? [1 - only, only] : scores
}

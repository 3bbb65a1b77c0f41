import type { ReactNode } from 'react'
import { percentText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { mostProbable } from './matrix'
import { sharesOf } from './plane'
import type { Answer } from './use-answer'
import styles from './Bars.module.css'

const words = strings.trying

/** More than these are no picture any more: then the most probable of them are shown. */
const most = 12

interface BarsProps {
  readonly classes: readonly string[]
  readonly answer: Answer
  /** What is true, where that is known: by its place. */
  readonly truth?: number | undefined
  /** What a class looks like elsewhere on the screen. */
  readonly mark?: (place: number) => ReactNode
}

/** How probable each class is; the most probable stands out. */
export function Bars({ classes, answer, truth, mark }: BarsProps) {
  if (answer.kind === 'failed') return <p className={styles.failed}>{answer.why}</p>
  const shares = answer.kind === 'scores' ? sharesOf(answer.scores, classes.length, 1) : null
  const order = shares ? mostProbable(shares) : [...classes.keys()]
  const [best] = shares ? order : []
  const shown = classes.length > most ? order.slice(0, most - 1) : [...classes.keys()]
  return (
    <section className={styles.bars} aria-label={words.probabilities}>
      {shown.map(place => {
        const share = shares?.[place] ?? 0
        return (
          <div
            key={place}
            className={`${styles.bar} ${place === best ? styles.best : ''}`}
            data-best={place === best}
          >
            <span className={styles.name} title={classes[place]}>
              {mark?.(place)}
              {classes[place]}
              {place === truth && <span className={styles.truth}>{words.truth}</span>}
            </span>
            <i style={{ '--share': `${share * 100}%` }} />
            <output aria-live="off">{shares ? percentText(share) : ''}</output>
          </div>
        )
      })}
      {shown.length < classes.length && (
        <p className={styles.others}>{words.others(classes.length - shown.length)}</p>
      )}
    </section>
  )
}

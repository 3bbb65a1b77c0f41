import type { Samples } from '../../shared/datasets/data-session'
import { strings } from '../../shared/strings/strings'
import type { Judgement } from '../../shared/training/protocol'
import { SamplePicture } from '../samples/SamplePicture'
import { valuesOf } from '../samples/use-samples'
import { Bars } from './Bars'
import type { ClassQuestion } from './question'
import styles from './Gallery.module.css'

const words = strings.trying

interface CloserProps {
  readonly question: ClassQuestion
  readonly judgement: Judgement
  /** In the judgement. */
  readonly place: number
  /** `null` while they are read. */
  readonly samples: Samples | null
}

/** One sample, large: all that enters the network, what it is in truth, and how sure the network is of what. */
export function Closer({ question: { inputs, classes }, judgement, place, samples }: CloserProps) {
  const { truth, guess, scores, classes: count, rows } = judgement
  const row = rows[place] ?? 0
  const [is, said] = [classes[truth[place] ?? -1] ?? '?', classes[guess[place] ?? -1] ?? '?']
  const at = samples ? samples.rows.indexOf(row) : -1
  return (
    <section className={styles.closer} aria-label={words.closer}>
      <div className={styles.facts}>
        {[...new Set(inputs.map(({ field }) => field))].map(field => {
          const values = samples && valuesOf(samples, field.name, at)
          return values && <SamplePicture key={field.name} field={field} values={values} size="large" />
        })}
        <p className={is === said ? '' : styles.mistake}>
          <b>{is === said ? words.rightSample(is) : words.wrongSample(is, said)}</b>
          <span>{words.row(row)}</span>
        </p>
      </div>
      <Bars
        classes={classes}
        answer={{ kind: 'scores', scores: [...scores.subarray(place * count, (place + 1) * count)] }}
      />
    </section>
  )
}

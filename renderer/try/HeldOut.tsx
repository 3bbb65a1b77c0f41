import { strings } from '../../shared/strings/strings'
import { useJudgement } from '../store/judged'
import { useSession } from '../store/session'
import { useTraining } from '../store/training'
import { questionOf } from './question'
import { SampleTile } from './SampleTile'
import { showTryView } from './try-view'
import { useSamples, valuesOf } from './use-samples'
import styles from './Samples.module.css'

const words = strings.trying

/** How many are judged, and how many of them are shown. */
const most = 100
const shown = 15

/** Some samples that it never saw, right and wrong, as they change from epoch to epoch. */
export function HeldOut() {
  const trained = useTraining(s => s.trained)
  const { judgement } = useJudgement(most)
  const question = trained && questionOf(trained)
  const rows = judgement?.rows.subarray(0, shown) ?? new Int32Array()
  const state = useSamples(trained?.data ?? null, rows)
  if (!judgement || !question || question.kind === 'none' || state.kind !== 'samples') return null
  const { field, classes } = question
  const right = judgement.guess.filter((guess, i) => guess === judgement.truth[i]).length
  return (
    <section className={styles.heldOut} aria-label={words.heldOut}>
      <header>
        <b>{words.heldOut}</b>
        <span>{words.rightOf(right, judgement.rows.length)}</span>
      </header>
      <div className={styles.strip}>
        {Array.from(rows, (row, i) => (
          <SampleTile
            key={row}
            field={field}
            values={valuesOf(state.samples, field.name, state.samples.rows.indexOf(row))}
            truth={classes[judgement.truth[i] ?? -1] ?? '?'}
            guess={classes[judgement.guess[i] ?? -1] ?? '?'}
            onClick={() => {
              showTryView('samples')
              useSession.setState({ dock: 'try' })
            }}
          />
        ))}
      </div>
    </section>
  )
}

import { strings } from '../../shared/strings/strings'
import type { Judgement } from '../../shared/training/protocol'
import { useSamples, valuesOf } from '../samples/use-samples'
import { useSession } from '../store/session'
import { useTraining } from '../store/training'
import { questionOf, type ClassQuestion } from './question'
import { SampleTile } from './SampleTile'
import { useTryView } from './try-view'
import { useJudgement } from './use-judgement'
import styles from './HeldOut.module.css'

const words = strings.trying

/** How many are judged, and how many of them are shown at most; the style sheet shows fewer where there is less room. */
const most = 100
const shown = 24

/** Some samples that it never saw, right and wrong, as they change from epoch to epoch; nothing for other networks. */
export function HeldOut() {
  const trained = useTraining(s => s.trained)
  const question = trained && questionOf(trained)
  return question?.kind === 'classes' ? <Strip question={question} /> : null
}

function Strip({ question }: { readonly question: ClassQuestion }) {
  const judged = useJudgement(most)
  const judgement = judged.kind === 'judged' ? judged.judgement : null
  if (judged.kind === 'failed') return null
  return (
    <section className={styles.heldOut} aria-label={words.heldOut}>
      <header>
        <b>{words.heldOutShort}</b>
        {judgement && <Right judgement={judgement} />}
      </header>
      <Tiles question={question} judgement={judgement} />
    </section>
  )
}

function Right({ judgement: { guess, truth, rows } }: { readonly judgement: Judgement }) {
  const right = guess.reduce((sum, one, i) => sum + Number(one === truth[i]), 0)
  return <span title={words.rightOfHelp(right, rows.length)}>{words.rightOf(right, rows.length)}</span>
}

interface TilesProps {
  readonly question: ClassQuestion
  readonly judgement: Judgement | null
}

const nothing = new Int32Array()

function Tiles({ question: { data, field, classes }, judgement }: TilesProps) {
  const rows = judgement?.rows.subarray(0, shown) ?? nothing
  const read = useSamples(data, rows)
  const samples = read?.ok === true ? read.value : null
  if (!judgement) return <p className={styles.note}>{words.asking}</p>
  return (
    <div className={`${styles.tiles} ${field.kind === 'image' ? '' : styles.wide}`}>
      {Array.from(rows, (row, i) => (
        <SampleTile
          key={row}
          field={field}
          values={samples && valuesOf(samples, field.name, samples.rows.indexOf(row))}
          truth={classes[judgement.truth[i] ?? -1] ?? '?'}
          guess={classes[judgement.guess[i] ?? -1] ?? '?'}
          inLine={field.kind !== 'image'}
          onChoose={() => lookCloser(row)}
        />
      ))}
    </div>
  )
}

function lookCloser(row: number): void {
  useTryView.setState({ view: 'samples', filter: { shown: 'all', cell: null }, row })
  useSession.setState({ dock: 'try' })
}

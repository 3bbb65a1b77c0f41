import { memo } from 'react'
import type { BlockId } from '../../shared/document/schema'
import type { EpochScores } from '../../shared/training/protocol'
import { strings } from '../../shared/strings/strings'
import { reveal } from '../canvas/reveal'
import { select, showNetwork } from '../store/session'
import { useTraining } from '../store/training'
import { Button } from '../ui/Button'
import { Progress } from './Progress'
import { useHasChanged } from './use-has-changed'
import { headline } from './headline'
import styles from './Scores.module.css'

const words = strings.training

/** How far the run is, the scores of each epoch and of the test; or why it has failed. */
export function Scores() {
  const run = useTraining(s => s.run)
  const changed = useHasChanged()
  if (run.kind === 'failed') return <Failure />
  const test = run.kind === 'finished' ? run.test : null
  return (
    <section className={styles.scores} aria-label={words.scores}>
      <Progress />
      <div className={styles.test} title={words.testHelp}>
        <span>{words.test}</span>
        {test ? <b data-score={test.accuracy ?? test.loss}>{headline(test)}</b> : <b>–</b>}
      </div>
      {changed && <p className={styles.changed}>{words.changed}</p>}
      {/* Turned around, it stays at its end while epochs are added. */}
      <div className={styles.rows} tabIndex={0} role="region" aria-label={words.byEpoch}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.epoch}</th>
              <th scope="col">{words.train}</th>
              <th scope="col">{words.validation}</th>
            </tr>
          </thead>
          <tbody>
            {'facts' in run && run.facts.scores.map(scores => <Row key={scores.epoch} scores={scores} />)}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const Row = memo(function Row({ scores: { epoch, train, validation } }: { readonly scores: EpochScores }) {
  return (
    <tr>
      <td>{epoch}</td>
      <td>{headline(train)}</td>
      <td>{validation ? headline(validation) : '–'}</td>
    </tr>
  )
})

function show(block: BlockId | undefined): void {
  if (block === undefined) return
  showNetwork(null)
  select([block])
  reveal(block)
}

function Failure() {
  const failure = useTraining(({ run }) => (run.kind === 'failed' ? run.failure : null))
  const trained = useTraining(s => s.trained)
  if (!failure) return null
  const block =
    failure.block === undefined ? undefined : trained?.networks[trained.root]?.blocks[failure.block]
  return (
    <section className={styles.scores} role="alert">
      <div className={styles.failure}>
        <h3>{words.failed}</h3>
        <p>{failure.message}</p>
        <p>{failure.advice}</p>
        {block && (
          <Button look="soft" onClick={() => show(failure.block)}>
            {words.showBlock(block.name)}
          </Button>
        )}
      </div>
    </section>
  )
}

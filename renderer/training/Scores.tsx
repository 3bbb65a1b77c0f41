import { memo } from 'react'
import type { BlockId } from '../../shared/document/schema'
import type { EpochScores, Scores as Values } from '../../shared/training/protocol'
import { lossText, percentText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { reveal } from '../canvas/reveal'
import { select, showNetwork } from '../store/session'
import { sameMeaning } from '../store/analysis'
import { useDocument } from '../store/document'
import { useTraining } from '../store/training'
import { Button } from '../ui/Button'
import styles from './Scores.module.css'

const words = strings.training

/** The scores of each epoch and of the test; or why the run has failed. */
export function Scores() {
  const run = useTraining(s => s.run)
  const changed = useHasChanged()
  if (run.kind === 'failed') return <Failure />
  if (!('facts' in run))
    return <div className={styles.scores}>{changed && <p className={styles.changed}>{words.changed}</p>}</div>
  return (
    <section className={styles.scores} aria-label={words.scores}>
      {run.kind === 'finished' && run.test && (
        <div className={styles.test} title={words.testHelp}>
          <span>{words.test}</span>
          <b data-score={run.test.accuracy ?? run.test.loss}>{headline(run.test)}</b>
        </div>
      )}
      {changed && <p className={styles.changed}>{words.changed}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.epoch}</th>
            <th scope="col">{words.train}</th>
            <th scope="col">{words.validation}</th>
          </tr>
        </thead>
        <tbody>
          {run.facts.scores.toReversed().map(scores => (
            <Row key={scores.epoch} scores={scores} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Whether what is on the canvas is another network than the one that the scores are of. */
function useHasChanged(): boolean {
  const trained = useTraining(s => s.trained)
  return useDocument(({ document }) => trained !== null && !sameMeaning(trained, document))
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

/** The accuracy where there is one, else the loss. */
function headline({ accuracy, loss }: Values): string {
  return accuracy === null ? lossText(loss) : percentText(accuracy)
}

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

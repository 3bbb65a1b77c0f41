import { strings } from '../../shared/strings/strings'
import { weightsOf, type RunState } from '../../shared/training/reduce-run'
import { useDocument } from '../store/document'
import { useTraining } from '../store/training'
import { Curves } from './Curves'
import { Scores } from './Scores'
import { Settings } from './Settings'
import { useHasChanged } from './use-has-changed'
import styles from './TrainPanel.module.css'

const words = strings.training

/** Settings, the two curves as they grow, and how far it is with its scores. */
export function TrainPanel() {
  const hasData = useDocument(s => s.document.data !== null)
  const changed = useHasChanged()
  // Not the run itself, which is another one ten times a second.
  const hasRun = useTraining(({ run }) => run.kind === 'preparing' || 'facts' in run)
  const hasPoints = useTraining(
    ({ run }) => 'facts' in run && run.facts !== null && run.facts.points.length > 0
  )
  const says = useTraining(({ run }) => idleText(run, hasData))
  return (
    <div className={`${styles.panel} ${hasRun ? '' : styles.calm}`}>
      <Settings />
      {hasPoints ? (
        <Curves />
      ) : (
        <div className={styles.idle}>
          <p>{says}</p>
          {!hasRun && changed && <p>{words.changed}</p>}
        </div>
      )}
      {hasRun && <Scores />}
    </div>
  )
}

function idleText(run: RunState, hasData: boolean): string {
  if (run.kind === 'preparing') return `${run.what}…`
  if (run.kind === 'running') return `${words.starting}…`
  if (weightsOf(run) !== null) return words.kept
  return hasData ? words.idle : words.noData
}

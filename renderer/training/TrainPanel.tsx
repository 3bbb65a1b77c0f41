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
  const run = useTraining(s => s.run)
  const hasData = useDocument(s => s.document.data !== null)
  const changed = useHasChanged()
  const facts = 'facts' in run ? run.facts : null
  const hasRun = run.kind === 'preparing' || 'facts' in run
  return (
    <div className={`${styles.panel} ${hasRun ? '' : styles.calm}`}>
      <Settings />
      {facts && facts.points.length > 0 ? (
        <Curves facts={facts} />
      ) : (
        <div className={styles.idle}>
          <p>{idleText(run, hasData)}</p>
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

import { lazy, Suspense } from 'react'
import { strings } from '../../shared/strings/strings'
import { weightsOf, type RunState } from '../../shared/training/reduce-run'
import { useDocument } from '../store/document'
import { useTraining } from '../store/training'
import { Curves } from './Curves'
import { Scores } from './Scores'
import { Settings } from './Settings'
import styles from './TrainPanel.module.css'

const words = strings.training

// Pictures come once there is something to show in them.
const HeldOut = lazy(() => import('../try/HeldOut').then(module => ({ default: module.HeldOut })))

/** Settings, the two curves as they grow, held-out samples, and the scores. */
export function TrainPanel() {
  const run = useTraining(s => s.run)
  const hasData = useDocument(s => s.document.data !== null)
  const facts = 'facts' in run ? run.facts : null
  return (
    <div className={styles.panel}>
      <Settings />
      {facts && facts.points.length > 0 ? (
        <Curves facts={facts} />
      ) : (
        <p className={styles.idle}>{idleText(run, hasData)}</p>
      )}
      <div className={styles.results}>
        {isAsked(run) && (
          <Suspense fallback={null}>
            <HeldOut />
          </Suspense>
        )}
        <Scores />
      </div>
    </div>
  )
}

/** Whether there is, or is about to be, a network that says something about samples. */
function isAsked({ kind }: RunState): boolean {
  return kind === 'running' || kind === 'paused' || kind === 'finished' || kind === 'loaded'
}

function idleText(run: RunState, hasData: boolean): string {
  if (run.kind === 'preparing') return `${run.what}…`
  if (weightsOf(run) !== null) return words.kept
  return hasData ? words.idle : words.noData
}

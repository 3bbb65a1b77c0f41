import type { RunState } from '../../shared/training/reduce-run'
import { useTraining } from '../store/training'
import { part } from '../ui/part'
import { useMedia } from '../ui/use-media'
import { Curves } from './Curves'
import { NoCurves } from './NoCurves'
import { Scores } from './Scores'
import { Settings } from './Settings'
import styles from './TrainPanel.module.css'

// Pictures come once there is something to show in them.
const HeldOut = part(() => import('../try/HeldOut').then(module => module.HeldOut))

/** Settings, the two curves as they grow, held-out samples, and how far it is with its scores. */
export function TrainPanel() {
  // In a narrow window the curves need the room; the samples are in Try.
  const hasRoom = useMedia('(min-width: 1400px)')
  // Not the run itself, which is another one ten times a second.
  const hasRun = useTraining(({ run }) => run.kind === 'preparing' || 'facts' in run)
  const hasPoints = useTraining(
    ({ run }) => 'facts' in run && run.facts !== null && run.facts.points.length > 0
  )
  const canAsk = useTraining(({ run }) => isAsked(run))
  return (
    <div className={styles.panel}>
      <Settings />
      {hasPoints ? <Curves /> : <NoCurves />}
      {hasRoom && canAsk && <HeldOut />}
      {hasRun && <Scores />}
    </div>
  )
}

/** Whether there is, or is about to be, a network that says something about samples. */
function isAsked({ kind }: RunState): boolean {
  return kind === 'running' || kind === 'paused' || kind === 'finished' || kind === 'loaded'
}

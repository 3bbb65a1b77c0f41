import { useTraining } from '../store/training'
import { Curves } from './Curves'
import { NoCurves } from './NoCurves'
import { Scores } from './Scores'
import { Settings } from './Settings'
import styles from './TrainPanel.module.css'

/** Settings, the two curves as they grow, and the scores. */
export function TrainPanel() {
  const run = useTraining(s => s.run)
  const facts = 'facts' in run ? run.facts : null
  return (
    <div className={styles.panel}>
      <Settings />
      {facts && facts.points.length > 0 ? <Curves facts={facts} /> : <NoCurves run={run} />}
      <Scores />
    </div>
  )
}

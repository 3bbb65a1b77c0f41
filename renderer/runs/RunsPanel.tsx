import { strings } from '../../shared/strings/strings'
import { useRuns } from '../store/runs'
import { RunPlot } from './RunPlot'
import { RunTable } from './RunTable'
import styles from './RunsPanel.module.css'

const words = strings.runs

/** All trainings of this network: how they went, what was different, and the way back to each. */
export function RunsPanel() {
  const isEmpty = useRuns(s => s.runs.length === 0)
  if (isEmpty)
    return (
      <div className={styles.empty}>
        <h2>{words.empty}</h2>
        <p>{words.emptyHint}</p>
      </div>
    )
  return (
    <div className={styles.panel}>
      <RunTable />
      <RunPlot />
    </div>
  )
}

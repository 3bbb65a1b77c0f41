import { Download } from 'lucide-react'
import { strings } from '../../shared/strings/strings'
import { host } from '../host/current'
import { useDocument } from '../store/document'
import { useRuns } from '../store/runs'
import { notify } from '../store/session'
import { Button } from '../ui/Button'
import { RunRow } from './RunRow'
import { runsCsv } from './runs-csv'
import styles from './RunsPanel.module.css'

const words = strings.runs
const { columns } = words

/** One run a line, the latest first. */
export function RunTable() {
  const runs = useRuns(s => s.runs)
  return (
    <div className={styles.list}>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.table}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {columns.run}
              </th>
              <th scope="col">{columns.test}</th>
              <th scope="col">{columns.validation}</th>
              <th scope="col">{columns.loss}</th>
              <th scope="col">{columns.epochs}</th>
              <th scope="col">{columns.time}</th>
              <th scope="col" className={styles.parameters}>
                {columns.parameters}
              </th>
              <th scope="col">{columns.changed}</th>
              <th scope="col">
                <Button aria-label={words.exportTable} title={words.exportTable} onClick={() => void save()}>
                  <Download /> <span>{words.exportTable}</span>
                </Button>
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run, i) => (
              <RunRow key={run.id} run={run} before={runs[i + 1]} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

async function save(): Promise<void> {
  const { name } = useDocument.getState().document
  const bytes = new TextEncoder().encode(runsCsv(useRuns.getState().runs))
  const saved = await host.saveExport({ name: `${name}-runs.csv`, bytes })
  if (!saved.ok) notify({ kind: 'error', title: words.notSaved, text: saved.error })
}

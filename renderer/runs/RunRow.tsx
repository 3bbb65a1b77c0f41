import { CircleAlert, RotateCcw, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { countText, durationText, lossText, whenText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import type { RunRecord } from '../../shared/training/run-record'
import {
  deleteRun,
  mostCompared,
  renameRun,
  restoreRun,
  runName,
  toggleCompared,
  useRuns
} from '../store/runs'
import { isBusy, useTraining } from '../store/training'
import { Button } from '../ui/Button'
import { Checkbox } from '../ui/Checkbox'
import { Hint } from '../ui/Hint'
import { TextInput } from '../ui/TextInput'
import { Changes } from './Changes'
import { runColour } from './run-colour'
import { headline } from '../training/headline'
import styles from './RunsPanel.module.css'

const words = strings.runs

interface RunRowProps {
  readonly run: RunRecord
  /** The run before it, to tell what changed. */
  readonly before: RunRecord | undefined
}

export const RunRow = memo(function RunRow({ run, before }: RunRowProps) {
  const name = runName(run)
  const last = run.scores.at(-1)
  return (
    <tr>
      <td className={styles.choice}>
        <CompareBox run={run} />
      </td>
      <th scope="row" className={styles.name}>
        <TextInput
          label={words.rename(name)}
          value={name}
          onChange={text => {
            void renameRun(run, text === words.run(run.number) ? '' : text)
            return null
          }}
        />
        <span>
          {whenText(run.startedAt)} · {words.outcomes[run.outcome]}
          {run.outcome === 'failed' && (
            <Hint text={run.why}>
              <button type="button" className={styles.why} aria-label={run.why}>
                <CircleAlert />
              </button>
            </Hint>
          )}
        </span>
      </th>
      <td className={styles.figure}>
        <b>{run.test ? headline(run.test) : '–'}</b>
      </td>
      <td className={styles.figure}>{last?.validation ? headline(last.validation) : '–'}</td>
      <td className={styles.figure}>{last ? lossText((last.validation ?? last.train).loss) : '–'}</td>
      <td className={styles.figure}>{words.epochsOf(run.scores.length, run.epochs)}</td>
      <td className={styles.figure}>{durationText(run.seconds)}</td>
      <td className={`${styles.figure} ${styles.parameters}`}>{countText(run.parameters)}</td>
      <td>
        <Changes run={run} before={before} />
      </td>
      <td className={styles.actions}>
        <RestoreButton run={run} />
        <Hint text={words.remove}>
          <Button aria-label={`${words.remove} ${name}`} onClick={() => void deleteRun(run)}>
            <Trash2 />
          </Button>
        </Hint>
      </td>
    </tr>
  )
})

/** A box in the colour that the run has in the plots. */
function CompareBox({ run }: { readonly run: RunRecord }) {
  const place = useRuns(s => s.compared.indexOf(run.id))
  const isFull = useRuns(s => s.compared.filter(id => id !== null).length >= mostCompared)
  const isOff = place < 0 && isFull
  return (
    <Hint text={isOff ? words.full(mostCompared) : words.compare(runName(run))}>
      <span>
        <Checkbox
          label={words.compare(runName(run))}
          colour={runColour(place)}
          checked={place >= 0}
          disabled={isOff}
          onChange={() => toggleCompared(run.id)}
        />
      </span>
    </Hint>
  )
}

function RestoreButton({ run }: { readonly run: RunRecord }) {
  const busy = useTraining(s => isBusy(s.run))
  return (
    <Hint text={busy ? words.busy : words.restoreHelp}>
      <Button
        look="soft"
        aria-label={`${words.restore} ${runName(run)}`}
        disabled={busy}
        onClick={() => void restoreRun(run)}
      >
        <RotateCcw /> <span>{words.restore}</span>
      </Button>
    </Hint>
  )
}

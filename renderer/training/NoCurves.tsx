import { Play } from 'lucide-react'
import { strings } from '../../shared/strings/strings'
import { weightsOf, type RunState } from '../../shared/training/reduce-run'
import { CommandButton } from '../commands/CommandButton'
import { useDocument } from '../store/document'
import { useTraining } from '../store/training'
import { useHasChanged } from './use-has-changed'
import styles from './TrainPanel.module.css'

const words = strings.training

/** What stands where the curves will be: what it is busy with, or what to do. */
export function NoCurves() {
  const hasData = useDocument(s => s.document.data !== null)
  const changed = useHasChanged()
  const busy = useTraining(({ run }) => busyText(run))
  const compiling = useTraining(({ run }) => isCompiling(run))
  const isTrained = useTraining(({ run }) => weightsOf(run) !== null)
  if (busy !== null)
    return (
      <div className={styles.idle} role="status">
        <h2>{busy}</h2>
        {compiling && <p>{words.compilingHelp}</p>}
      </div>
    )
  return (
    <div className={styles.idle}>
      <h2>{isTrained ? words.kept : hasData ? words.idle : words.noData}</h2>
      <p>{isTrained ? words.keptHelp : hasData ? words.idleHelp : words.noDataHelp}</p>
      {isTrained && changed && <p>{words.changed}</p>}
      <CommandButton id="train" look="primary" icon={<Play />}>
        {strings.commands.train}
      </CommandButton>
    </div>
  )
}

/** `null` where nothing goes on. */
function busyText(run: RunState): string | null {
  if (run.kind === 'preparing') return `${run.what}…`
  if (run.kind === 'paused') return words.pausedEarly
  if (run.kind !== 'running') return null
  return isCompiling(run) ? words.compiling : words.firstSteps
}

/** On a graphics card the first step makes the programs of all others. */
function isCompiling(run: RunState): boolean {
  return run.kind === 'running' && run.facts.backend.startsWith('WebGL')
}

import {
  FolderOpen,
  House,
  PanelLeft,
  PanelRight,
  Pause,
  Play,
  Plus,
  Redo2,
  RotateCcw,
  Save,
  Search,
  Settings,
  Square,
  StepForward,
  Undo2
} from 'lucide-react'
import type { RunState } from '../../shared/training/reduce-run'
import { strings } from '../../shared/strings/strings'
import { CommandButton } from '../commands/CommandButton'
import { ExportMenu } from '../commands/ExportMenu'
import { ThemeButton } from '../commands/ThemeButton'
import { HintPill } from '../hints/HintPill'
import { ProblemsButton } from '../problems/ProblemsButton'
import { isEdited, useDocument } from '../store/document'
import { useTraining } from '../store/training'
import { Logo } from '../ui/Logo'
import styles from './Toolbar.module.css'

const labels = strings.commands

export function Toolbar() {
  return (
    <div data-part="toolbar" className={styles.bar} role="toolbar" aria-label={strings.app.toolbar}>
      <CommandButton id="togglePalette" icon={<PanelLeft />} />
      <Logo />
      <DocumentName />
      <CommandButton id="goHome" icon={<House />} />
      <CommandButton id="openDocument" icon={<FolderOpen />} />
      <CommandButton id="saveDocument" icon={<Save />} />
      <span className={styles.separator} />
      <CommandButton id="undo" icon={<Undo2 />} />
      <CommandButton id="redo" icon={<Redo2 />} />
      <CommandButton id="findBlock" icon={<Plus />}>
        <span className={styles.wide}>{labels.findBlock}</span> <kbd className={styles.wide}>/</kbd>
      </CommandButton>
      <CommandButton id="tidyUp" className={styles.wide}>
        {labels.tidyUp}
      </CommandButton>
      <span className={styles.grow} />
      <ProblemsButton />
      <CommandButton id="showCommands" icon={<Search />} />
      <ThemeButton />
      <CommandButton id="showSettings" icon={<Settings />} className={styles.roomy} />
      <CommandButton id="toggleInspector" icon={<PanelRight />} />
      <ExportMenu all textClass={styles.roomy} />
      <HintPill id="train" />
      <TrainButtons />
    </div>
  )
}

function DocumentName() {
  const name = useDocument(s => s.document.name)
  const edited = useDocument(isEdited)
  return (
    <h1 className={styles.document} title={name}>
      <b>{name}</b>
      {/* Its place is kept: nothing moves with the first edit. */}
      <i>{edited && `· ${strings.app.edited}`}</i>
    </h1>
  )
}

/** One big button; while a run goes on, two in its place. */
function TrainButtons() {
  const kind = useTraining(s => s.run.kind)
  return <div className={styles.runs}>{buttonsFor(kind)}</div>
}

function buttonsFor(kind: RunState['kind']) {
  switch (kind) {
    case 'preparing':
    case 'running':
    case 'paused':
      return (
        <>
          {kind === 'paused' ? (
            <>
              <CommandButton id="stepTraining" icon={<StepForward />} />
              <CommandButton id="resumeTraining" look="primary" className={styles.run} icon={<Play />}>
                {labels.resumeTraining}
              </CommandButton>
            </>
          ) : (
            <CommandButton id="pauseTraining" look="soft" className={styles.run} icon={<Pause />}>
              {labels.pauseTraining}
            </CommandButton>
          )}
          <CommandButton id="stopTraining" look="soft" className={styles.run} icon={<Square />}>
            {labels.stopTraining}
          </CommandButton>
        </>
      )
    default:
      return (
        <>
          {kind !== 'idle' && (
            <CommandButton id="resetTraining" look="soft" className={styles.run} icon={<RotateCcw />}>
              {strings.training.reset}
            </CommandButton>
          )}
          <CommandButton id="train" look="primary" className={styles.run} icon={<Play />}>
            {labels.train}
          </CommandButton>
        </>
      )
  }
}

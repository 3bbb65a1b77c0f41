import { Tabs } from '@base-ui/react/tabs'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { strings } from '../../shared/strings/strings'
import { CommandButton } from '../commands/CommandButton'
import { HintPill } from '../hints/HintPill'
import { setPanelOpen, useLayout } from '../store/layout'
import { useSession, type DockTab } from '../store/session'
import { TrainPanel } from '../training/TrainPanel'
import { part } from '../ui/part'
import styles from './Dock.module.css'

const words = strings.commands

// Each comes when it is first looked at: CodeMirror, the printers and the plots are large.
const CodePanel = part(() => import('../code/CodePanel').then(module => module.CodePanel), <div />)
const DataPanel = part(() => import('../data/DataPanel').then(module => module.DataPanel), <div />)
const RunsPanel = part(() => import('../runs/RunsPanel').then(module => module.RunsPanel), <div />)
const TryPanel = part(() => import('../try/TryPanel').then(module => module.TryPanel), <div />)

const tabs: readonly (readonly [DockTab, string, React.ComponentType])[] = [
  ['train', words.showTrain, TrainPanel],
  ['data', words.showData, DataPanel],
  ['code', words.showCode, CodePanel],
  ['try', words.showTry, TryPanel],
  ['runs', words.showRuns, RunsPanel]
]

/** What is done with the network. Closed, its tabs stay. */
export function Dock() {
  const dock = useSession(s => s.dock)
  const open = useLayout(s => s.dock.open)
  return (
    <Tabs.Root
      data-part="dock"
      render={<section aria-label={strings.app.dock} />}
      className={styles.dock}
      value={dock}
      onValueChange={(value: DockTab) => useSession.setState({ dock: value })}
    >
      <div className={styles.head}>
        <Tabs.List className={styles.tabs} aria-label={strings.app.dock}>
          {tabs.map(([id, label]) => (
            <Tabs.Tab key={id} value={id} className={styles.tab} onClick={() => setPanelOpen('dock', true)}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <HintPill id="try" />
        <CommandButton id="toggleDock" icon={open ? <ChevronDown /> : <ChevronUp />} />
      </div>
      {open &&
        tabs.map(([id, , Panel]) => (
          <Tabs.Panel key={id} value={id} className={styles.panel}>
            <Panel />
          </Tabs.Panel>
        ))}
    </Tabs.Root>
  )
}

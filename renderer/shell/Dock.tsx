import { Tabs } from '@base-ui/react/tabs'
import { lazy, Suspense } from 'react'
import { strings } from '../../shared/strings/strings'
import { useSession, type DockTab } from '../store/session'
import { TrainPanel } from '../training/TrainPanel'
import styles from './Dock.module.css'

// CodeMirror and the printers are not needed before somebody looks at the code.
const CodePanel = lazy(() => import('../code/CodePanel').then(module => ({ default: module.CodePanel })))
const RunsPanel = lazy(() => import('../runs/RunsPanel').then(module => ({ default: module.RunsPanel })))
const TryPanel = lazy(() => import('../try/TryPanel').then(module => ({ default: module.TryPanel })))

const tabs: readonly (readonly [DockTab, string, React.ComponentType])[] = [
  ['train', strings.commands.showTrain, TrainPanel],
  ['code', strings.commands.showCode, CodePanel],
  ['try', strings.commands.showTry, TryPanel],
  ['runs', strings.commands.showRuns, RunsPanel]
]

export function Dock() {
  const dock = useSession(s => s.dock)
  return (
    <Tabs.Root
      className={styles.dock}
      value={dock}
      onValueChange={(value: DockTab) => useSession.setState({ dock: value })}
    >
      <Tabs.List className={styles.tabs} aria-label={strings.app.dock}>
        {tabs.map(([id, label]) => (
          <Tabs.Tab key={id} value={id} className={styles.tab}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(([id, , Panel]) => (
        <Tabs.Panel key={id} value={id} className={styles.panel}>
          <Suspense fallback={<div />}>
            <Panel />
          </Suspense>
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  )
}

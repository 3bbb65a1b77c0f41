import { Tooltip } from '@base-ui/react/tooltip'
import { lazy, Suspense, useEffect } from 'react'
import { useShortcuts } from '../commands/use-shortcuts'
import { Home } from '../home/Home'
import { host } from '../host/current'
import { isEdited, useDocument } from '../store/document'
import { useSession } from '../store/session'
import { DropTarget } from './DropTarget'
import { Announcer } from './Announcer'
import { ErrorBoundary } from './ErrorBoundary'
import { NoticeBox } from './NoticeBox'
import { Overlays } from './Overlays'
import { isRestarting } from './restart-window'

export const loadEditor = () => import('./Editor').then(module => ({ default: module.Editor }))
// The canvas is not needed for the start screen; it is fetched while the person looks at that.
const Editor = lazy(loadEditor)

export function App() {
  const screen = useSession(s => s.screen)
  useShortcuts()
  useEffect(() => void loadEditor(), [])
  useLeavingWarning()
  return (
    <Tooltip.Provider delay={500}>
      <ErrorBoundary>
        <Suspense>{screen === 'home' ? <Home /> : <Editor />}</Suspense>
        <DropTarget />
        <Overlays />
        <Announcer />
      </ErrorBoundary>
      {/* Tells also whether a save has failed that was asked for where the rest could not be drawn. */}
      <NoticeBox />
    </Tooltip.Provider>
  )
}

/** The browser asks before it closes a page with work that is saved nowhere. On the desktop the main process asks. */
function useLeavingWarning(): void {
  useEffect(() => {
    if (host.kind === 'desktop') return
    const ask = (event: BeforeUnloadEvent): void => {
      if (isEdited(useDocument.getState()) && !isRestarting()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
}

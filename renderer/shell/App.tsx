import { useEffect } from 'react'
import { useShortcuts } from '../commands/use-shortcuts'
import { AfterCanvas } from '../canvas/AfterCanvas'
import { host } from '../host/current'
import { isEdited, useDocument } from '../store/document'
import { useSession } from '../store/session'
import { part } from '../ui/part'
import { DropTarget } from './DropTarget'
import { Announcer } from './Announcer'
import { ErrorBoundary } from './ErrorBoundary'
import { NoticeBox } from './NoticeBox'
import { Overlays } from './Overlays'
import { isRestarting } from './restart-window'

const HintPopup = part(() => import('../ui/Hint').then(module => module.HintPopup))
export const Home = part(() => import('../home/Home').then(module => module.Home))

// The canvas is not needed for the start screen; it is fetched while the person looks at that.
export const Editor = part(async () => {
  const { Editor, loadPanels } = await import('./Editor')
  if (!host.desktop?.open) await loadPanels()
  return Editor
})

export function App() {
  const screen = useSession(s => s.screen)
  useShortcuts()
  useEffect(() => void Editor.load(), [])
  useLeavingWarning()
  return (
    <>
      <ErrorBoundary>
        {screen === 'home' ? <Home /> : <Editor />}
        <DropTarget />
        <Overlays />
        <Announcer />
        <AfterCanvas>
          <HintPopup />
        </AfterCanvas>
      </ErrorBoundary>
      {/* Tells also whether a save has failed that was asked for where the rest could not be drawn. */}
      <NoticeBox />
    </>
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

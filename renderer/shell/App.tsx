import { Tooltip } from '@base-ui/react/tooltip'
import { lazy, Suspense, useEffect, type DragEvent } from 'react'
import { useShortcuts } from '../commands/use-shortcuts'
import { Home } from '../home/Home'
import { isEdited, useDocument } from '../store/document'
import { openDropped } from '../store/files'
import { useSession } from '../store/session'
import { Announcer } from './Announcer'
import { ErrorBoundary } from './ErrorBoundary'
import { NoticeBox } from './NoticeBox'
import { Overlays } from './Overlays'

const loadEditor = () => import('./Editor').then(module => ({ default: module.Editor }))
// The canvas is not needed for the start screen; it is fetched while the person looks at that.
const Editor = lazy(loadEditor)

export function App() {
  const screen = useSession(s => s.screen)
  useShortcuts()
  useEffect(() => void loadEditor(), [])
  useLeavingWarning()
  return (
    <Tooltip.Provider delay={500}>
      <div style={{ height: '100%' }} onDragOver={allowFiles} onDrop={takeFile}>
        <ErrorBoundary>
          <Suspense>{screen === 'home' ? <Home /> : <Editor />}</Suspense>
        </ErrorBoundary>
      </div>
      <NoticeBox />
      <Overlays />
      <Announcer />
    </Tooltip.Provider>
  )
}

/** A file may be dropped anywhere; blocks from the palette are for the canvas. */
function allowFiles(event: DragEvent): void {
  if (event.dataTransfer.types.includes('Files')) event.preventDefault()
}

function takeFile(event: DragEvent): void {
  const file = event.dataTransfer.files[0]
  if (!file) return
  event.preventDefault()
  void openDropped(file)
}

/** The browser asks before it closes a page with work that is saved nowhere. */
function useLeavingWarning(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (isEdited(useDocument.getState())) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
}

import { lazy, Suspense, useEffect } from 'react'
import { useSession } from '../store/session'
import { whenIdle } from '../ui/when-idle'

const loadCommands = () =>
  import('../command-palette/CommandPalette').then(module => ({ default: module.CommandPalette }))
const CommandPalette = lazy(loadCommands)
const ShortcutSheet = lazy(() =>
  import('../command-palette/ShortcutSheet').then(module => ({ default: module.ShortcutSheet }))
)

const DiagramDialog = lazy(() =>
  import('../diagram/DiagramDialog').then(module => ({ default: module.DiagramDialog }))
)

const SettingsDialog = lazy(() =>
  import('../settings/SettingsDialog').then(module => ({ default: module.SettingsDialog }))
)
const AboutDialog = lazy(() =>
  import('../about/AboutDialog').then(module => ({ default: module.AboutDialog }))
)

/** What lies over the window, one at a time. */
export function Overlays() {
  const overlay = useSession(s => s.overlay)
  // Whoever calls the commands begins to type at once.
  useEffect(() => whenIdle(() => void loadCommands()), [])
  return (
    <Suspense>
      {overlay === 'commands' && <CommandPalette />}
      {overlay === 'shortcuts' && <ShortcutSheet />}
      {overlay === 'diagram' && <DiagramDialog />}
      {overlay === 'settings' && <SettingsDialog />}
      {overlay === 'about' && <AboutDialog />}
    </Suspense>
  )
}

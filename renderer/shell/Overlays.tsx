import { useEffect } from 'react'
import { useSession } from '../store/session'
import { part } from '../ui/part'
import { whenIdle } from '../ui/when-idle'

const CommandPalette = part(() =>
  import('../command-palette/CommandPalette').then(module => module.CommandPalette)
)
const ShortcutSheet = part(() =>
  import('../command-palette/ShortcutSheet').then(module => module.ShortcutSheet)
)
const DiagramDialog = part(() => import('../diagram/DiagramDialog').then(module => module.DiagramDialog))
const SettingsDialog = part(() => import('../settings/SettingsDialog').then(module => module.SettingsDialog))
const AboutDialog = part(() => import('../about/AboutDialog').then(module => module.AboutDialog))

/** What lies over the window, one at a time. */
export function Overlays() {
  const overlay = useSession(s => s.overlay)
  // Whoever calls the commands begins to type at once.
  useEffect(() => whenIdle(() => void CommandPalette.load()), [])
  return (
    <>
      {overlay === 'commands' && <CommandPalette />}
      {overlay === 'shortcuts' && <ShortcutSheet />}
      {overlay === 'diagram' && <DiagramDialog />}
      {overlay === 'settings' && <SettingsDialog />}
      {overlay === 'about' && <AboutDialog />}
    </>
  )
}

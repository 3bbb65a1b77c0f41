import { faceOf } from '../../shared/commands/commands'
import { SETTINGS } from '../../shared/settings/settings'
import { strings } from '../../shared/strings/strings'
import { setPanelOpen, togglePanel, useLayout, type PanelId } from '../store/layout'
import { useSession, type DockTab, type Overlay } from '../store/session'
import { setTheme, useTheme, type Theme } from '../ui/theme'
import { always, type Command } from './command'
import { focusNextPart } from './focus-parts'

const inEditor = (): boolean => useSession.getState().screen === 'editor'

const show = (id: Command['id'], dock: DockTab): Command => ({
  id,
  enabled: inEditor,
  title: () => strings.app.show(faceOf(id).label),
  run: () => {
    setPanelOpen('dock', true)
    useSession.setState({ dock })
  }
})

export const showTrain = show('showTrain', 'train')
export const showData = show('showData', 'data')
export const showCode = show('showCode', 'code')
export const showTry = show('showTry', 'try')
export const showRuns = show('showRuns', 'runs')

const toggle = (id: Command['id'], panel: PanelId): Command => ({
  id,
  enabled: inEditor,
  checked: () => useLayout.getState()[panel].open,
  run: () => togglePanel(panel)
})

export const togglePalette = toggle('togglePalette', 'palette')
export const toggleInspector = toggle('toggleInspector', 'inspector')
export const toggleDock = toggle('toggleDock', 'dock')

const overlay = (id: Command['id'], opened: Overlay): Command => ({
  id,
  enabled: always,
  run: () => useSession.setState(({ overlay: before }) => ({ overlay: before === opened ? null : opened }))
})

export const showCommands = overlay('showCommands', 'commands')
export const showShortcuts = overlay('showShortcuts', 'shortcuts')
export const showSettings = overlay('showSettings', 'settings')
export const showAbout = overlay('showAbout', 'about')

export const nextPanel: Command = { id: 'nextPanel', enabled: inEditor, run: () => focusNextPart(1) }
export const previousPanel: Command = { id: 'previousPanel', enabled: inEditor, run: () => focusNextPart(-1) }

const theme = (id: Command['id'], wanted: Theme): Command => ({
  id,
  enabled: () => useTheme.getState().theme !== wanted,
  checked: () => useTheme.getState().theme === wanted,
  run: () => setTheme(wanted)
})

export const lightTheme = theme('lightTheme', 'light')
export const darkTheme = theme('darkTheme', 'dark')
export const systemTheme = theme('systemTheme', 'system')

export const nextTheme: Command = {
  id: 'nextTheme',
  enabled: always,
  title: () => strings.app.themes[useTheme.getState().theme],
  run: () => {
    const { theme: now } = useTheme.getState()
    const { values } = SETTINGS.theme
    setTheme(values[(values.indexOf(now) + 1) % values.length] ?? 'system')
  }
}

import { strings } from '../../shared/strings/strings'
import { useSession, type DockTab } from '../store/session'
import { setTheme, THEMES, useTheme } from '../ui/theme'
import { always, type Command } from './command'

const show = (id: Command['id'], dock: DockTab): Command => ({
  id,
  enabled: () => useSession.getState().screen === 'editor',
  run: () => useSession.setState({ dock })
})

export const showTrain = show('showTrain', 'train')
export const showCode = show('showCode', 'code')
export const showTry = show('showTry', 'try')
export const showData = show('showData', 'data')
export const showRuns = show('showRuns', 'runs')

export const nextTheme: Command = {
  id: 'nextTheme',
  enabled: always,
  title: () => strings.app.themes[useTheme.getState().theme],
  run: () => {
    const { theme } = useTheme.getState()
    setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system')
  }
}

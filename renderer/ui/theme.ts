import { create } from 'zustand'
import { host } from '../host/current'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const asked = THEMES.find(theme => theme === host.readSetting('theme')) ?? 'system'
const systemDark = window.matchMedia('(prefers-color-scheme: dark)')

interface ThemeState {
  readonly theme: Theme
  /** What the theme comes to now. */
  readonly dark: boolean
}

const stateOf = (theme: Theme): ThemeState => ({
  theme,
  dark: theme === 'system' ? systemDark.matches : theme === 'dark'
})

export const useTheme = create<ThemeState>()(() => stateOf(asked))

export function setTheme(theme: Theme): void {
  host.writeSetting('theme', theme)
  useTheme.setState(stateOf(theme))
}

useTheme.subscribe(show)
systemDark.addEventListener('change', () => useTheme.setState(({ theme }) => stateOf(theme)))
show(useTheme.getState())

function show({ dark }: ThemeState): void {
  window.document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
}

import { create } from 'zustand'
import type { SettingValue } from '../../shared/settings/settings'
import { changeSettings, useSettings } from '../store/settings'

export type Theme = SettingValue<'theme'>

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

/** The setting, and what it comes to; the setting itself is changed by `setTheme`. */
export const useTheme = create<ThemeState>()(() => stateOf(useSettings.getState().theme))

export function setTheme(theme: Theme): void {
  changeSettings({ theme })
}

useTheme.subscribe(show)
useSettings.subscribe(({ theme }, before) => {
  if (theme !== before.theme) useTheme.setState(stateOf(theme))
})
systemDark.addEventListener('change', () => useTheme.setState(({ theme }) => stateOf(theme)))
show(useTheme.getState())

function show({ dark }: ThemeState): void {
  window.document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
}

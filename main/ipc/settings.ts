import type { SettingsFile } from '../storage/settings-file'
import { tell } from '../window/app-window'
import type { Windows } from '../window/windows'
import type { Handlers } from './register'

interface Needs {
  readonly settings: SettingsFile
  readonly windows: Pick<Windows, 'all'>
  /** What main itself does by settings. */
  readonly changed: (key: string) => void
}

/** Settings are written by a window, and told to the others. */
export function settingHandlers({ settings, windows, changed }: Needs): Handlers<'settings.write'> {
  return {
    'settings.write': ({ key, value }, from) => {
      if (!settings.write(key, value)) return null
      changed(key)
      for (const window of windows.all()) if (window !== from) tell(window, 'setting', { key, value })
      return null
    }
  }
}

import type { Beginning } from '../../shared/ipc/answers'
import { blankBeginning, type AppWindow } from '../window/app-window'
import type { Closing } from '../window/closing'
import type { Windows } from '../window/windows'
import type { Handlers } from './register'

interface Needs {
  readonly windows: Windows
  readonly closing: Closing
  /** What is the same for every window. */
  readonly settings: () => Pick<Beginning, 'settings' | 'settingsNote'>
  readonly platform: Beginning['platform']
  readonly version: string
  /** The work that a window had when its page went, if it had any. */
  readonly workOf: (window: AppWindow) => Promise<string | null>
}

type Names = 'window.begin' | 'window.show' | 'window.new' | 'window.closing' | 'window.restart'

/** A window's beginning, what it tells of itself, and its end. */
export function windowHandlers(needs: Needs): Handlers<Names> {
  const { windows, closing, platform, version } = needs
  return {
    'window.begin': (_none, from) => {
      const { beginning } = from
      // Told once: a page that is loaded again does not open the file again over newer work.
      from.beginning = blankBeginning
      from.begun = true
      return { ...needs.settings(), platform, version, ...beginning }
    },
    'window.show': (face, from) => {
      windows.show(from, face)
      return null
    },
    'window.new': ({ screen }) => {
      windows.open({ ...blankBeginning, command: screen === 'editor' ? 'newDocument' : null })
      return null
    },
    'window.closing': ({ saved }, from) => {
      closing.answered(from, saved)
      return null
    },
    'window.restart': async (_none, from) => {
      windows.restart(from, { ...blankBeginning, recover: await needs.workOf(from) })
      return null
    }
  }
}

import { clipboard, ClipboardItem } from 'electron'
import { openOutside } from '../security/guard'
import type { Handlers } from './register'

interface Needs {
  readonly details: () => Promise<string>
  /** Writes a failure of a page into the log. */
  readonly report: (message: string, stack: string) => void
  readonly checkForUpdates: () => void
  /** Ends the app and starts it again, if all windows may close. */
  readonly restart: () => void
}

type Names =
  | 'app.restart'
  | 'app.openLink'
  | 'app.copyText'
  | 'app.copyPicture'
  | 'app.details'
  | 'app.report'
  | 'app.checkForUpdates'

/** What the app does for its pages beside files and windows. */
export function appHandlers({ details, report, checkForUpdates, restart }: Needs): Handlers<Names> {
  return {
    'app.openLink': ({ url }) => openOutside(url),
    'app.copyText': ({ text }) => took(clipboard.writeText(text)),
    'app.copyPicture': ({ png }) => {
      const blob = new Blob([new Uint8Array(png)], { type: 'image/png' })
      return took(clipboard.write([new ClipboardItem({ 'image/png': blob })]))
    },
    'app.details': () => details(),
    'app.restart': () => {
      restart()
      return null
    },
    'app.report': ({ message, stack }) => {
      report(message, stack)
      return null
    },
    'app.checkForUpdates': () => {
      checkForUpdates()
      return null
    }
  }
}

/** Whether the system's clipboard has taken it. */
async function took(writing: Promise<void>): Promise<boolean> {
  try {
    await writing
    return true
  } catch {
    return false
  }
}

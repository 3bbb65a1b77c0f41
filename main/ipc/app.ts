import { clipboard, nativeImage } from 'electron'
import { openOutside } from '../security/guard'
import type { Handlers } from './register'

interface Needs {
  readonly details: () => Promise<string>
  /** Writes a failure of a page into the log. */
  readonly report: (message: string, stack: string) => void
  readonly checkForUpdates: () => void
}

type Names =
  'app.openLink' | 'app.copyText' | 'app.copyPicture' | 'app.details' | 'app.report' | 'app.checkForUpdates'

/** What the app does for its pages beside files and windows. */
export function appHandlers({ details, report, checkForUpdates }: Needs): Handlers<Names> {
  return {
    'app.openLink': ({ url }) => openOutside(url),
    'app.copyText': ({ text }) => {
      clipboard.writeText(text)
      return true
    },
    'app.copyPicture': ({ png }) => {
      const picture = nativeImage.createFromBuffer(Buffer.from(png))
      if (picture.isEmpty()) return false
      clipboard.writeImage(picture)
      return true
    },
    'app.details': () => details(),
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

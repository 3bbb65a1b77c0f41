import { dialog } from 'electron'
import { strings } from '../../shared/strings/strings'
import { tell, type AppWindow } from './app-window'

const words = strings.closing

/** What a person answered to being asked about unsaved work. */
type Choice = 'save' | 'discard' | 'stay'
const choices: readonly Choice[] = ['save', 'discard', 'stay']

export interface Closing {
  /** The page tells how its saving went. */
  readonly answered: (window: AppWindow, saved: boolean) => void
  /** Asks where there is something to ask; whether the window may go. */
  readonly mayClose: (window: AppWindow) => Promise<boolean>
}

/**
 * Asks before a window with unsaved work goes: save, don't save, stay. A window is asked about once at a time, however
 * often it is told to close.
 */
export function createClosing(): Closing {
  const asking = new Map<AppWindow, Promise<boolean>>()
  const saving = new Map<AppWindow, (saved: boolean) => void>()

  const save = (window: AppWindow): Promise<boolean> =>
    new Promise(done => {
      const end = (saved: boolean): void => {
        saving.delete(window)
        window.browser.webContents.off('render-process-gone', gone)
        done(saved)
      }
      const gone = (): void => end(false)
      saving.set(window, end)
      window.browser.webContents.once('render-process-gone', gone)
      tell(window, 'save-and-close', null)
    })

  const ask = async (window: AppWindow): Promise<boolean> => {
    const { edited, training, name } = window.face
    if (!edited && !training) return true
    window.browser.show()
    const chosen = await (edited ? askAboutWork(window, name) : askAboutTraining(window, name))
    return chosen === 'save' ? save(window) : chosen === 'discard'
  }

  return {
    answered: (window, saved) => saving.get(window)?.(saved),
    mayClose: window => {
      const already = asking.get(window)
      if (already) return already
      const asked = ask(window).finally(() => asking.delete(window))
      asking.set(window, asked)
      return asked
    }
  }
}

async function askAboutWork({ browser, face }: AppWindow, name: string): Promise<Choice> {
  const { response } = await dialog.showMessageBox(browser, {
    type: 'warning',
    message: words.unsaved(name),
    detail: face.training ? words.unsavedWhileTraining : words.unsavedDetail,
    buttons: [words.save, words.discard, words.stay],
    defaultId: 0,
    cancelId: 2,
    noLink: true
  })
  return choices[response] ?? 'stay'
}

async function askAboutTraining({ browser }: AppWindow, name: string): Promise<Choice> {
  const { response } = await dialog.showMessageBox(browser, {
    type: 'question',
    message: words.training(name),
    detail: words.trainingDetail,
    buttons: [words.stopAndClose, words.stay],
    defaultId: 1,
    cancelId: 1,
    noLink: true
  })
  return response === 0 ? 'discard' : 'stay'
}

import { randomUUID } from 'node:crypto'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { WindowFace } from '../../shared/ipc/payloads'
import { placeFor, smallest, type WindowPlace } from '../storage/place-on-screen'
import type { WindowPlaces } from '../storage/window-places'
import { PAGES } from '../addresses'
import { blankBeginning, blankFace, type AppWindow } from './app-window'
import type { Closing } from './closing'
import { titleOf } from './title'

interface Needs {
  readonly preload: string
  readonly isMac: boolean
  readonly icon?: string
  readonly places: WindowPlaces
  readonly pathOf: (file: string) => string | null
  readonly closing: Pick<Closing, 'mayClose'>
  /** A window is there, or has told something new of itself, or has come to the front, or is gone. */
  readonly changed: () => void
  readonly opened: (window: AppWindow) => void
  /** It was closed by the person, who wants nothing of it any more or has saved it. */
  readonly closed: (window: AppWindow) => void
}

export interface Windows {
  open(beginning?: AppWindow['beginning'], id?: string): AppWindow
  /** By the id of its web contents. */
  of(contents: number): AppWindow | undefined
  all(): readonly AppWindow[]
  /** The one that has the keyboard, or had it last. */
  front(): AppWindow | undefined
  show(window: AppWindow, face: WindowFace): void
  /** Loads the app's page anew, which begins with what is given. */
  restart(window: AppWindow, beginning: AppWindow['beginning']): void
  /** Asks where there is something to lose, one after the other, and closes all or none; whether all are closed. */
  closeAll(): Promise<boolean>
}

const colours = { light: '#f7f8fa', dark: '#14161a' }

/** The app's windows, from their opening to their end. */
export function createWindows(needs: Needs): Windows {
  const { places, isMac } = needs
  // The one that was in front last stands last.
  const windows: AppWindow[] = []
  /** Those that have been asked, and may go. */
  const released = new WeakSet<AppWindow>()

  const remember = (browser: BrowserWindow): void => {
    const mode = browser.isFullScreen() ? 'full-screen' : browser.isMaximized() ? 'maximised' : 'normal'
    if (!browser.isMinimized()) places.note(browser.id, { bounds: browser.getNormalBounds(), mode })
  }

  /** Where a new window goes: where the last one was, or a step aside from those that are open. */
  const nextPlace = (): WindowPlace => {
    const main = screen.getPrimaryDisplay()
    const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
    return placeFor(
      [main, ...others].map(({ workArea }) => workArea),
      places.list()[0] ?? null,
      windows.toReversed().map(({ browser }) => browser.getNormalBounds())
    )
  }

  const bringForward = (window: AppWindow): void => {
    const at = windows.indexOf(window)
    if (at < 0 || at === windows.length - 1) return
    windows.splice(at, 1)
    windows.push(window)
    needs.changed()
  }

  const end = (window: AppWindow): void => {
    windows.splice(windows.indexOf(window), 1)
    if (!window.crashed) needs.closed(window)
    needs.changed()
  }

  const release = (window: AppWindow): void => {
    released.add(window)
    if (!window.browser.isDestroyed()) window.browser.close()
  }

  const close = async (window: AppWindow): Promise<void> => {
    if (await needs.closing.mayClose(window)) release(window)
  }

  const follow = (window: AppWindow): void => {
    const { browser } = window
    browser.on('close', event => {
      remember(browser)
      if (released.has(window) || (!window.face.edited && !window.face.training)) return
      event.preventDefault()
      void close(window)
    })
    browser.on('closed', () => end(window))
    browser.on('focus', () => {
      remember(browser)
      bringForward(window)
    })
    browser.on('page-title-updated', event => event.preventDefault())
    // A page that is loaded again hears events only when it has begun again.
    browser.webContents.on('did-start-loading', () => (window.begun = false))
    for (const moved of [
      'resize',
      'move',
      'maximize',
      'unmaximize',
      'enter-full-screen',
      'leave-full-screen'
    ] as const)
      // One name after the other: Electron's types have an overload for each.
      browser.on(moved as 'resize', () => remember(browser))
  }

  const load = ({ browser }: AppWindow): void => {
    // What fails here is told by the events of the web contents.
    browser.loadURL(PAGES.app).catch(() => {})
  }

  return {
    open: (beginning = blankBeginning, id = randomUUID()) => {
      const { bounds, mode } = nextPlace()
      const browser = new BrowserWindow({
        ...bounds,
        minWidth: smallest.width,
        minHeight: smallest.height,
        show: false,
        title: 'Blockprop',
        backgroundColor: nativeTheme.shouldUseDarkColors ? colours.dark : colours.light,
        ...(needs.icon !== undefined && { icon: needs.icon }),
        webPreferences: {
          preload: needs.preload,
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          webSecurity: true,
          spellcheck: false,
          // A network goes on learning while its window is minimised or covered.
          backgroundThrottling: false
        }
      })
      const window: AppWindow = { id, browser, face: blankFace, beginning, begun: false, crashed: false }
      windows.push(window)
      follow(window)
      needs.opened(window)
      browser.once('ready-to-show', () => {
        if (mode === 'maximised') browser.maximize()
        browser.show()
        if (mode === 'full-screen') browser.setFullScreen(true)
      })
      load(window)
      needs.changed()
      return window
    },
    of: contents =>
      windows.find(({ browser }) => !browser.isDestroyed() && browser.webContents.id === contents),
    all: () => windows,
    front: () => windows.at(-1),
    show: (window, face) => {
      window.face = face
      const { browser } = window
      const path = face.file === null ? null : needs.pathOf(face.file)
      browser.setTitle(titleOf(face, path, isMac))
      if (isMac) {
        browser.setRepresentedFilename(path ?? '')
        browser.setDocumentEdited(face.edited)
      }
      needs.changed()
    },
    restart: (window, beginning) => {
      window.beginning = beginning
      window.begun = window.crashed = false
      load(window)
    },
    closeAll: async () => {
      for (const window of windows.toReversed())
        if (!released.has(window) && !(await needs.closing.mayClose(window))) return false
      // A window is told to close, and is closed some time later.
      await Promise.all(
        windows.toReversed().map(
          window =>
            new Promise<void>(gone => {
              window.browser.once('closed', () => gone())
              release(window)
            })
        )
      )
      return true
    }
  }
}

/** Shows a window to the person, wherever it is. */
export function raise({ browser }: AppWindow): void {
  if (browser.isMinimized()) browser.restore()
  browser.show()
  browser.focus()
}

/** `BrowserWindow`: a page in its frame, from its making to its end. */
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isAllowed, makeEvent } from '../event.mjs'
import { launch } from '../launch/command-line.mjs'
import { markDestroyed, strictClass } from '../strict.mjs'
import { app } from './app.mjs'
import { WebContents } from './web-contents.mjs'
import { WindowLabels } from './window-labels.mjs'
import { windowList } from './window-list.mjs'

/** What no window of ours may ask for. @type {Partial<Record<keyof Electron.WebPreferences, readonly unknown[]>>} */
const insecure = {
  nodeIntegration: [true],
  nodeIntegrationInWorker: [true],
  nodeIntegrationInSubFrames: [true],
  contextIsolation: [false],
  sandbox: [false],
  webSecurity: [false],
  allowRunningInsecureContent: [true],
  experimentalFeatures: [true],
  webviewTag: [true],
  navigateOnDragDrop: [true]
}

/** @param {Electron.WebPreferences} preferences */
function refuseInsecure(preferences) {
  for (const [name, refused] of Object.entries({ ...insecure })) {
    const value = preferences[/** @type {keyof Electron.WebPreferences} */ (name)]
    if (refused.includes(value))
      throw new Error(`electron stand-in: webPreferences.${name}: ${value} is refused`)
  }
  if (preferences.enableBlinkFeatures !== undefined)
    throw new Error('electron stand-in: webPreferences.enableBlinkFeatures is refused')
}

let last = 0

export class BrowserWindow extends WindowLabels {
  #id = ++last
  #webContents
  #isClosed = false
  #isClosing = false
  #hasPainted = false

  /** @param {Electron.BrowserWindowConstructorOptions} [options] */
  constructor(options = {}) {
    super(options)
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    refuseInsecure(options.webPreferences ?? {})
    windowList.add(this)
    this.#webContents = new WebContents(options.webPreferences ?? {}, {
      size: () => this.getContentBounds(),
      close: () => this.close(),
      onTitle: title => {
        if (isAllowed(this, 'page-title-updated', {}, title, true)) this.setTitle(title)
      },
      onPainted: () => this.#onPainted()
    })
    app.emit('browser-window-created', makeEvent(), this)
    // By then the app listens.
    setImmediate(() => {
      if (!this.#isClosed) this.focus()
    })
  }

  static getAllWindows() {
    return windowList.all()
  }

  static getFocusedWindow() {
    return windowList.focused()
  }

  /** @param {number} id */
  static fromId(id) {
    return windowList.all().find(window => window.id === id) ?? null
  }

  /** @param {WebContents} contents */
  static fromWebContents(contents) {
    return windowList.all().find(window => window.webContents === contents) ?? null
  }

  get id() {
    return this.#id
  }

  get webContents() {
    return this.#webContents
  }

  #onPainted() {
    if (this.#hasPainted || this.#isClosed) return
    this.#hasPainted = true
    this.emit('ready-to-show', makeEvent())
  }

  /** @override */
  onReshaped() {
    this.#webContents.resize()
  }

  /** @param {string} url @param {Electron.LoadURLOptions} [options] */
  loadURL(url, options) {
    return this.#webContents.loadURL(url, options)
  }

  /** @param {string} path @param {Electron.LoadFileOptions} [options] */
  loadFile(path, { query = {}, hash = '', search = '' } = {}) {
    const url = pathToFileURL(resolve(join(launch.appPath, path)))
    url.search = search || String(new URLSearchParams(query))
    url.hash = hash
    return this.loadURL(url.href)
  }

  reload() {
    this.#webContents.reload()
  }

  /** Asks the app first; the window is gone a moment later. */
  close() {
    if (this.#isClosing) return
    if (!isAllowed(this, 'close', {})) {
      app.stayOpen()
      return
    }
    this.#isClosing = true
    setImmediate(() => {
      if (!this.#isClosed) this.destroy()
    })
  }

  destroy() {
    this.#isClosed = true
    windowList.remove(this)
    this.#webContents.destroy()
    markDestroyed(this)
    this.emit('closed', makeEvent())
    app.onWindowClosed()
  }

  isDestroyed() {
    return this.#isClosed
  }
}

strictClass('BrowserWindow', BrowserWindow)

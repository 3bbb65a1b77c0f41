/** `BrowserWindow`: a page in its frame, from its making to its end. */
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isAllowed, makeEvent } from '../event.mjs'
import { launch } from '../launch/command-line.mjs'
import { strictClass } from '../strict.mjs'
import { app } from './app.mjs'
import { WebContents } from './web-contents.mjs'
import { WindowFrame } from './window-frame.mjs'
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

export class BrowserWindow extends WindowFrame {
  #isClosed = false
  #hasPainted = false

  id = ++last
  webContents

  /** @param {Electron.BrowserWindowConstructorOptions} [options] */
  constructor(options = {}) {
    super(options)
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    refuseInsecure(options.webPreferences ?? {})
    windowList.add(this)
    this.webContents = new WebContents(options.webPreferences ?? {}, {
      size: () => this.getContentBounds(),
      close: () => this.close(),
      onTitle: title => {
        if (isAllowed(this, 'page-title-updated', {}, title, true)) this.setTitle(title)
      },
      onPainted: () => {
        if (this.#hasPainted) return
        this.#hasPainted = true
        this.emit('ready-to-show', makeEvent())
      }
    })
    app.emit('browser-window-created', makeEvent(), this)
    if (this.isVisible()) this.focus()
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

  /** @param {string} url @param {Electron.LoadURLOptions} [options] */
  loadURL(url, options) {
    return this.webContents.loadURL(url, options)
  }

  /** @param {string} path @param {Electron.LoadFileOptions} [options] */
  loadFile(path, { query = {}, hash = '', search = '' } = {}) {
    const url = pathToFileURL(resolve(join(launch.appPath, path)))
    url.search = search || String(new URLSearchParams(query))
    url.hash = hash
    return this.loadURL(url.href)
  }

  reload() {
    this.webContents.reload()
  }

  close() {
    if (this.#isClosed) return
    if (isAllowed(this, 'close', {})) this.destroy()
    else app.stayOpen()
  }

  destroy() {
    if (this.#isClosed) return
    this.#isClosed = true
    windowList.remove(this)
    this.webContents.destroy()
    this.emit('closed', makeEvent())
    app.onWindowClosed()
  }

  isDestroyed() {
    return this.#isClosed
  }

  /** @override */
  onReshaped() {
    this.webContents.onResized()
  }
}

strictClass('BrowserWindow', BrowserWindow)

/** `webContents`: a page as the main process sees it. */
import { readFileSync } from 'node:fs'
import { isAllowed, makeEvent } from '../event.mjs'
import { launch } from '../launch/command-line.mjs'
import { Page } from '../chromium/page.mjs'
import { record } from '../record.mjs'
import { fromPage, toPage } from '../schemes.mjs'
import { Emitter, notImplemented, strictClass } from '../strict.mjs'
import { app } from './app.mjs'
import { filePaths } from './file-paths.mjs'
import { IpcMain, ipcMain } from './ipc-main.mjs'
import { nativeImage } from './native-image.mjs'
import { nativeTheme } from './native-theme.mjs'
import { session } from './session.mjs'
import { makeMainFrame } from './web-frame.mjs'

/** @typedef {import('../page/isolated-world.mjs').ToMain} ToMain */
/** @typedef {Parameters<Electron.WebContents['setWindowOpenHandler']>[0]} OpenHandler */

/**
 * What a window does for its page.
 * @typedef {object} Host
 * @property {() => { width: number, height: number }} size
 * @property {() => void} close
 * @property {(title: string) => void} onTitle
 * @property {() => void} onPainted
 */

/** As Chromium numbers them. @type {Readonly<Record<string, number>>} */
const errorCodes = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106
}

let last = 0

export class WebContents extends Emitter {
  /** @override */
  static known = [
    'did-start-loading',
    'did-stop-loading',
    'did-start-navigation',
    'did-navigate',
    'did-navigate-in-page',
    'dom-ready',
    'did-finish-load',
    'did-fail-load',
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'will-attach-webview',
    'will-prevent-unload',
    'did-create-window',
    'before-input-event',
    'context-menu',
    'console-message',
    'preload-error',
    'ipc-message',
    'page-title-updated',
    'render-process-gone',
    'unresponsive',
    'responsive',
    'zoom-changed',
    'devtools-opened',
    'destroyed'
  ]

  /** @type {Page | undefined} */
  #page
  #host
  #preload
  #preferences
  #isDestroyed = false
  #isCrashed = false
  #isLoading = false
  #zoom = 1
  #isThrottled
  /** The address that the main process itself asked for. @type {string | undefined} */
  #asked
  /** @type {OpenHandler | undefined} */
  #openHandler

  id = ++last
  session = session.defaultSession
  ipc = new IpcMain()
  mainFrame = makeMainFrame(this)
  hostWebContents = null
  devToolsWebContents = null

  /** @param {Electron.WebPreferences} preferences @param {Host} host */
  constructor(preferences, host) {
    super()
    this.#host = host
    this.#preferences = preferences
    this.#preload = preferences.preload
    this.#isThrottled = preferences.backgroundThrottling ?? true
    this.#made = this.#make()
    app.emit('web-contents-created', makeEvent(), this)
  }

  /** @type {Promise<void>} */
  #made

  async #make() {
    const target = await app.targets.create()
    const page = new Page(target, {
      onMessage: message => this.#receive(message),
      onNavigated: (url, isSameDocument) => {
        this.emit(
          isSameDocument ? 'did-navigate-in-page' : 'did-navigate',
          makeEvent(),
          fromPage(url),
          isSameDocument
        )
      },
      onLifecycle: moment => this.#onLifecycle(moment),
      onConsole: (level, message, lineNumber, sourceId) => {
        this.emit(
          'console-message',
          makeEvent({ level, message, lineNumber, sourceId, frame: this.mainFrame })
        )
      },
      onWindowOpen: (url, name, features) => this.#onWindowOpen(url, name, features),
      onNavigationRequested: url => this.#onNavigationRequested(url),
      onCrash: () => this.#onCrash()
    })
    await page.prepare(this.#readPreload(), this.#processOfPreload())
    if (this.#isDestroyed) return void page.close().catch(() => {})
    this.#page = page
    await this.#resize()
    if (!nativeTheme.isPlain) await page.setScheme(nativeTheme.scheme)
    nativeTheme.watchers.add(this.#onTheme)
    filePaths.watchers.add(this.#onFilePaths)
    await page.resume()
  }

  #readPreload() {
    if (this.#preload === undefined) return ''
    try {
      return readFileSync(this.#preload, 'utf8')
    } catch (error) {
      this.#onPreloadError(error)
      return ''
    }
  }

  #processOfPreload() {
    const { platform, arch, versions, pid, version, env } = process
    const argv = [launch.executable, ...(this.#preferences.additionalArguments ?? [])]
    const kind = { type: 'renderer', sandboxed: true, contextIsolated: true }
    return {
      ...kind,
      platform,
      arch,
      versions: { ...versions },
      pid,
      version,
      env: { ...env },
      argv,
      execPath: launch.executable
    }
  }

  /** @param {ToMain} message */
  #receive(message) {
    switch (message.kind) {
      case 'hello':
        this.#page?.post({ kind: 'file-paths', paths: filePaths.paths })
        return
      case 'send':
        this.ipc.emit(message.channel, this.#ipcEvent(), ...message.args)
        ipcMain.emit(message.channel, this.#ipcEvent(), ...message.args)
        return
      case 'invoke':
        void this.#answer(message)
        return
      case 'context-menu':
        this.emit('context-menu', makeEvent(), {
          ...message.params,
          frame: this.mainFrame,
          pageURL: this.getURL()
        })
        return
      case 'input':
        if (!isAllowed(this, 'before-input-event', {}, message.input))
          notImplemented('preventing the default in before-input-event')
        return
      case 'scheme':
        // Playwright resets it once, when it joins.
        if (!nativeTheme.isPlain && message.isDark !== (nativeTheme.scheme === 'dark')) this.#onTheme()
        return
      case 'preload-error':
        this.#onPreloadError(message.error)
    }
  }

  #ipcEvent() {
    const reply = (/** @type {string} */ channel, /** @type {unknown[]} */ ...args) =>
      this.send(channel, ...args)
    const { processId, routingId } = this.mainFrame
    return makeEvent({
      type: 'frame',
      sender: this,
      senderFrame: this.mainFrame,
      processId,
      frameId: routingId,
      ports: [],
      reply
    })
  }

  /** @param {Extract<ToMain, { kind: 'invoke' }>} message */
  async #answer({ number, channel, args }) {
    try {
      const handler = this.ipc.handlerOf(channel) ?? ipcMain.handlerOf(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      const value = await handler(this.#ipcEvent(), ...args)
      this.#page?.post({ kind: 'reply', number, value })
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      this.#page?.post({ kind: 'failure', number, error: String(error) })
    }
  }

  /** @param {unknown} error */
  #onPreloadError(error) {
    console.error(`Unable to load preload script: ${this.#preload}`, error)
    record.complaints.push(`Unable to load preload script: ${String(error)}`)
    this.emit('preload-error', makeEvent(), this.#preload, error)
  }

  /** @param {string} moment */
  #onLifecycle(moment) {
    switch (moment) {
      case 'DOMContentLoaded':
        this.emit('dom-ready', makeEvent())
        void this.#readTitle()
        return
      case 'firstContentfulPaint':
        this.#host.onPainted()
        return
      case 'load':
        this.#isLoading = false
        this.emit('did-finish-load', makeEvent())
        this.emit('did-stop-loading', makeEvent())
        this.#host.onPainted()
    }
  }

  async #readTitle() {
    const title = await this.#page?.evaluate('document.title', false).catch(() => '')
    if (typeof title === 'string' && title !== '' && !this.#isDestroyed) this.#host.onTitle(title)
  }

  /** @param {string} url @param {string} frameName @param {readonly string[]} features */
  #onWindowOpen(url, frameName, features) {
    const referrer = { url: this.getURL(), policy: /** @type {const} */ ('no-referrer') }
    const answer = this.#openHandler?.({
      url: fromPage(url),
      frameName,
      features: features.join(','),
      disposition: 'foreground-tab',
      referrer
    })
    if (answer?.action !== 'deny') {
      record.complaints.push(`A window for ${url} was allowed.`)
      notImplemented('allowing window.open')
    }
  }

  /** Chromium loads no scheme but its own; those it asks the network for come by `allowsNavigation`. @param {string} url */
  #onNavigationRequested(url) {
    if (/^(https?|about|blob|data|javascript):/.test(url)) return
    if (this.#mayNavigate(url) && toPage(url) !== url) void this.loadURL(url).catch(() => {})
  }

  /** @param {string} url as the main process sees it */
  #mayNavigate(url) {
    const details = {
      url,
      isMainFrame: true,
      isSameDocument: false,
      frame: this.mainFrame,
      initiator: this.mainFrame
    }
    return (
      isAllowed(this, 'will-frame-navigate', details) &&
      isAllowed(this, 'will-navigate', details, url, false, true)
    )
  }

  #onCrash() {
    this.#isCrashed = true
    const details = { reason: 'crashed', exitCode: 11 }
    this.emit('render-process-gone', makeEvent(), details)
    app.emit('render-process-gone', makeEvent(), this, details)
  }

  #onTheme = () =>
    void this.#page?.setScheme(nativeTheme.isPlain ? 'system' : nativeTheme.scheme).catch(() => {})

  #onFilePaths = (/** @type {Map<string, string>} */ paths) => this.#page?.post({ kind: 'file-paths', paths })

  async #resize() {
    const { width, height } = this.#host.size()
    await this.#page?.resize(width, height, this.#zoom).catch(() => {})
  }

  /** @param {string} command */
  #edit(command) {
    void this.#page?.edit(command).catch(() => {})
  }

  // What the stand-in asks.

  /** @internal */
  get targetId() {
    return this.#page?.targetId
  }

  /** @internal @param {string} frameId of Chromium's */
  hasFrame(frameId) {
    return this.#page?.has(frameId) ?? false
  }

  /**
   * Whether the app lets a frame go to an address.
   * @internal
   * @param {{ frameId: string, url: string, isRedirect: boolean }} navigation with the address as Chromium has it
   */
  allowsNavigation({ frameId, url, isRedirect }) {
    const seen = fromPage(url)
    if (frameId !== this.targetId) {
      const details = {
        url: seen,
        isMainFrame: false,
        isSameDocument: false,
        frame: null,
        initiator: this.mainFrame
      }
      return isAllowed(this, 'will-frame-navigate', details)
    }
    if (isRedirect)
      return isAllowed(this, 'will-redirect', { url: seen, isMainFrame: true }, seen, false, true)
    const wasAsked = this.#asked === url
    this.#asked = undefined
    if (!wasAsked && !this.#mayNavigate(seen)) return false
    this.#isLoading = true
    this.emit('did-start-loading', makeEvent())
    this.emit('did-start-navigation', makeEvent({ url: seen, isMainFrame: true }), seen, false, true)
    return true
  }

  /** @internal */
  onResized() {
    void this.#made.then(() => this.#resize())
  }

  /** @internal */
  destroy() {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    nativeTheme.watchers.delete(this.#onTheme)
    filePaths.watchers.delete(this.#onFilePaths)
    void this.#page?.close().catch(() => {})
    this.emit('destroyed')
  }

  // Electron's.

  /** @param {string} url @param {Electron.LoadURLOptions} [_options] */
  async loadURL(url, _options) {
    await this.#made
    this.#asked = toPage(url)
    const error = await this.#page?.navigate(this.#asked)
    if (error === undefined) return
    const code = errorCodes[error] ?? -2
    if (code !== -3) this.emit('did-fail-load', makeEvent(), code, error, url, true)
    throw Object.assign(new Error(`${error} (${code}) loading '${url}'`), { code: error, errno: code, url })
  }

  reload() {
    this.#isCrashed = false
    this.#asked = this.#page?.url
    void this.#page?.reload().catch(() => {})
  }

  reloadIgnoringCache() {
    this.reload()
  }

  stop() {}

  getURL() {
    const url = fromPage(this.#page?.url ?? '')
    return url.startsWith('about:blank#window-') ? '' : url
  }

  getTitle() {
    return ''
  }

  isDestroyed() {
    return this.#isDestroyed
  }

  isCrashed() {
    return this.#isCrashed
  }

  isLoading() {
    return this.#isLoading
  }

  isLoadingMainFrame() {
    return this.#isLoading
  }

  isFocused() {
    return true
  }

  focus() {}

  /** @param {string} channel @param {unknown[]} args */
  send(channel, ...args) {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
    this.#page?.post({ kind: 'message', channel, args })
  }

  /** @param {OpenHandler} handler */
  setWindowOpenHandler(handler) {
    this.#openHandler = handler
  }

  /** @param {string} code @param {boolean} [userGesture] */
  async executeJavaScript(code, userGesture = false) {
    await this.#made
    return this.#page?.evaluate(code, userGesture)
  }

  forcefullyCrashRenderer() {
    this.#page?.crash()
  }

  /** @param {{ waitForBeforeUnload: boolean }} [_options] */
  close(_options) {
    this.#host.close()
  }

  getOSProcessId() {
    return 1
  }

  getProcessId() {
    return 1
  }

  getUserAgent() {
    return app.userAgentFallback
  }

  getType() {
    return 'window'
  }

  getLastWebPreferences() {
    return { ...this.#preferences }
  }

  /** @param {boolean} isThrottled */
  setBackgroundThrottling(isThrottled) {
    this.#isThrottled = isThrottled
  }

  getBackgroundThrottling() {
    return this.#isThrottled
  }

  get backgroundThrottling() {
    return this.#isThrottled
  }

  set backgroundThrottling(isThrottled) {
    this.#isThrottled = isThrottled
  }

  /** @param {number} factor */
  setZoomFactor(factor) {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.#zoom = factor
    void this.#made.then(() => this.#resize())
  }

  getZoomFactor() {
    return this.#zoom
  }

  get zoomFactor() {
    return this.#zoom
  }

  set zoomFactor(factor) {
    this.setZoomFactor(factor)
  }

  /** @param {number} level each is a fifth more */
  setZoomLevel(level) {
    this.setZoomFactor(1.2 ** level)
  }

  getZoomLevel() {
    return Math.round((Math.log(this.#zoom) / Math.log(1.2)) * 1e6) / 1e6
  }

  get zoomLevel() {
    return this.getZoomLevel()
  }

  set zoomLevel(level) {
    this.setZoomLevel(level)
  }

  async setVisualZoomLevelLimits() {}

  undo() {
    this.#edit('undo')
  }

  redo() {
    this.#edit('redo')
  }

  cut() {
    this.#edit('cut')
  }

  copy() {
    this.#edit('copy')
  }

  paste() {
    this.#edit('paste')
  }

  pasteAndMatchStyle() {
    this.#edit('pasteAndMatchStyle')
  }

  delete() {
    this.#edit('delete')
  }

  selectAll() {
    this.#edit('selectAll')
  }

  openDevTools() {
    record.opened.push('devtools:')
  }

  closeDevTools() {}

  toggleDevTools() {
    this.openDevTools()
  }

  isDevToolsOpened() {
    return false
  }

  async capturePage() {
    await this.#made
    return nativeImage.createFromBuffer((await this.#page?.picture()) ?? Buffer.alloc(0))
  }
}

strictClass('webContents', WebContents)

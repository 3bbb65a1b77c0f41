/** `webContents`: a page as the main process sees it. */
import { readFileSync } from 'node:fs'
import { Page } from '../chromium/page.mjs'
import { isAllowed, makeEvent } from '../event.mjs'
import { launch } from '../launch/command-line.mjs'
import { record } from '../record.mjs'
import { fromPage } from '../schemes.mjs'
import { markDestroyed, notImplemented, strictClass } from '../strict.mjs'
import { app } from './app.mjs'
import { ContentsView } from './contents-view.mjs'
import { filePaths } from './file-paths.mjs'
import { nativeTheme } from './native-theme.mjs'
import { Navigation } from './navigation.mjs'
import { PageIpc } from './page-ipc.mjs'
import { grantPermissions } from './permissions.mjs'
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

/** @param {Electron.WebPreferences} preferences what a sandboxed preload finds as `process` */
function processOfPreload({ additionalArguments = [] }) {
  const { platform, arch, versions, pid, version, env } = process
  const argv = [launch.executable, ...additionalArguments]
  const kind = { type: 'renderer', sandboxed: true, contextIsolated: true, execPath: launch.executable }
  return { ...kind, platform, arch, versions: { ...versions }, pid, version, env: { ...env }, argv }
}

let last = 0

export class WebContents extends ContentsView {
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
    'before-input-event',
    'context-menu',
    'console-message',
    'preload-error',
    'page-title-updated',
    'render-process-gone',
    'destroyed',
    // Never here: there is no <webview>, no second window of a page, nothing hangs and nobody turns the wheel.
    'will-attach-webview',
    'did-create-window',
    'will-prevent-unload',
    'unresponsive',
    'responsive',
    'zoom-changed',
    'devtools-opened'
  ]

  /** @type {Promise<Page>} */
  #made
  /** @type {Page | undefined} */
  #page
  #host
  #preferences
  #isDestroyed = false
  #isCrashed = false
  #title = ''
  /** @type {OpenHandler | undefined} */
  #openHandler

  #id = ++last
  #ipc = new PageIpc(this, message => this.#page?.post(message))
  #mainFrame = makeMainFrame(this)
  #navigation = new Navigation(this)

  /** @param {Electron.WebPreferences} preferences @param {Host} host */
  constructor(preferences, host) {
    /** @type {(page: Promise<Page>) => void} */
    let onMade = () => {}
    const made = /** @type {Promise<Page>} */ (new Promise(resolve => (onMade = resolve)))
    super(made, host.size, preferences)
    this.#made = made
    this.#host = host
    this.#preferences = preferences
    onMade(this.#make())
    made.catch(() => {})
    app.emit('web-contents-created', makeEvent(), this)
  }

  async #make() {
    const page = new Page(await app.targets.create(), {
      onMessage: message => this.#receive(message),
      onNavigated: (url, isSameDocument) => this.#onNavigated(fromPage(url), isSameDocument),
      onLifecycle: moment => this.#onLifecycle(moment),
      onConsole: (level, message, lineNumber, sourceId) => {
        const details = { level, message, lineNumber, sourceId: fromPage(sourceId), frame: this.#mainFrame }
        this.emit('console-message', makeEvent(details))
      },
      onWindowOpen: (url, name, features) => this.#onWindowOpen(fromPage(url), name, features),
      onNavigationWanted: url => this.#navigation.onWanted(page, url),
      onCrash: () => this.#onCrash()
    })
    await page.prepare(this.#readPreload(), processOfPreload(this.#preferences))
    const { width, height } = this.#host.size()
    await page.resize(width, height, this.getZoomFactor())
    if (!nativeTheme.isPlain) await page.setScheme(nativeTheme.scheme)
    await page.resume()
    if (this.#isDestroyed) await page.close()
    this.#page = page
    nativeTheme.watchers.add(this.applyTheme)
    filePaths.watchers.add(this.#tellFilePaths)
    return page
  }

  #readPreload() {
    const { preload } = this.#preferences
    if (preload === undefined) return ''
    try {
      return readFileSync(preload, 'utf8')
    } catch (error) {
      this.#onPreloadError(error)
      return ''
    }
  }

  /** @param {ToMain} message */
  #receive(message) {
    if (this.#isDestroyed) return
    switch (message.kind) {
      case 'hello':
        this.#tellFilePaths()
        return
      case 'send':
        this.#ipc.onSend(message.channel, message.args)
        return
      case 'invoke':
        void this.#ipc.onInvoke(message.number, message.channel, message.args)
        return
      case 'context-menu':
        this.emit('context-menu', makeEvent(), {
          ...message.params,
          pageURL: this.getURL(),
          frame: this.#mainFrame
        })
        return
      case 'input':
        // The page has had it by now.
        if (!isAllowed(this, 'before-input-event', {}, message.input))
          notImplemented('preventing the default of before-input-event')
        return
      case 'title':
        this.#title = message.title
        this.emit('page-title-updated', makeEvent(), message.title, true)
        this.#host.onTitle(message.title)
        return
      case 'scheme':
        // Playwright resets it when it joins.
        if (!nativeTheme.isPlain && message.isDark !== (nativeTheme.scheme === 'dark')) this.applyTheme()
        return
      case 'preload-error':
        this.#onPreloadError(message.error)
    }
  }

  #tellFilePaths = () => this.#page?.post({ kind: 'file-paths', paths: filePaths.paths })

  /** @param {unknown} error */
  #onPreloadError(error) {
    console.error(`Unable to load preload script: ${this.#preferences.preload}`, error)
    record.complaints.push(`Unable to load preload script: ${String(error)}`)
    this.emit('preload-error', makeEvent(), this.#preferences.preload, error)
  }

  /** @param {string} url @param {boolean} isSameDocument */
  #onNavigated(url, isSameDocument) {
    this.emit(isSameDocument ? 'did-navigate-in-page' : 'did-navigate', makeEvent(), url, 200, 'OK')
    if (!isSameDocument) void grantPermissions(app.chromium.connection.browser, this)
  }

  /** @param {string} moment */
  #onLifecycle(moment) {
    if (this.#isDestroyed) return
    if (moment === 'DOMContentLoaded') this.emit('dom-ready', makeEvent())
    if (moment === 'firstContentfulPaint' || moment === 'load') this.#host.onPainted()
    if (moment !== 'load') return
    this.#navigation.isLoading = false
    this.emit('did-finish-load', makeEvent())
    this.emit('did-stop-loading', makeEvent())
  }

  /** @param {string} url @param {string} frameName @param {readonly string[]} features */
  #onWindowOpen(url, frameName, features) {
    const referrer = { url: this.getURL(), policy: /** @type {const} */ ('no-referrer') }
    const details = { url, frameName, features: features.join(','), referrer }
    const answer = this.#openHandler?.({ ...details, disposition: 'foreground-tab' })
    if (answer?.action !== 'deny') notImplemented(`allowing window.open('${url}')`)
  }

  #onCrash() {
    this.#isCrashed = true
    const details = { reason: 'crashed', exitCode: 11 }
    this.emit('render-process-gone', makeEvent(), details)
    app.emit('render-process-gone', makeEvent(), this, details)
  }

  get id() {
    return this.#id
  }

  get ipc() {
    return this.#ipc.own
  }

  get mainFrame() {
    return this.#mainFrame
  }

  get session() {
    return session.defaultSession
  }

  /** @internal */
  get targetId() {
    return this.#page?.targetId
  }

  /** @internal Its address as Chromium has it. */
  get chromiumUrl() {
    return this.#page?.url ?? 'about:blank'
  }

  /** @internal @param {string} frameId of Chromium's */
  hasFrame(frameId) {
    return this.#page?.has(frameId) ?? false
  }

  /** @internal @param {{ frameId: string, url: string, isRedirect: boolean }} request */
  allowsNavigation({ frameId, url, isRedirect }) {
    return this.#navigation.allows({ url, isRedirect, isMainFrame: frameId === this.targetId })
  }

  /** @internal */
  destroy() {
    this.#isDestroyed = true
    nativeTheme.watchers.delete(this.applyTheme)
    filePaths.watchers.delete(this.#tellFilePaths)
    this.#page?.close().catch(() => {})
    markDestroyed(this)
    this.emit('destroyed')
  }

  /** @param {string} url @param {Electron.LoadURLOptions} [_options] */
  async loadURL(url, _options) {
    const page = await this.#made
    await this.#navigation.load(page, url)
  }

  reload() {
    this.#isCrashed = false
    this.#made.then(page => page.reload()).catch(() => {})
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
    return this.#title
  }

  isDestroyed() {
    return this.#isDestroyed
  }

  isCrashed() {
    return this.#isCrashed
  }

  isLoading() {
    return this.#navigation.isLoading
  }

  isLoadingMainFrame() {
    return this.#navigation.isLoading
  }

  focus() {}

  /** @param {string} channel @param {unknown[]} args */
  send(channel, ...args) {
    this.#page?.post({ kind: 'message', channel, args })
  }

  /** @param {OpenHandler} handler */
  setWindowOpenHandler(handler) {
    this.#openHandler = handler
  }

  /** @param {string} code @param {boolean} [userGesture] */
  async executeJavaScript(code, userGesture = false) {
    const page = await this.#made
    return page.evaluate(code, userGesture)
  }

  forcefullyCrashRenderer() {
    this.#page?.crash()
  }

  /** @param {{ waitForBeforeUnload: boolean }} [_options] */
  close(_options) {
    this.#host.close()
  }

  getUserAgent() {
    return app.userAgentFallback
  }

  /** @returns {ReturnType<Electron.WebContents['getType']>} */
  getType() {
    return 'window'
  }
}

strictClass('webContents', WebContents)

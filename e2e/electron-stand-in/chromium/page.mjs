/** One page of Chromium with a preload in a world of its own: what `webContents` is made of. */
import { randomBytes } from 'node:crypto'
import { makeCodec } from '../page/codec.mjs'
import { isolatedWorldScript, mainWorldScript } from '../page/scripts.mjs'

/** @typedef {import('./connection.mjs').Session} Session */
/** @typedef {import('../page/isolated-world.mjs').ToMain} ToMain */
/** @typedef {import('../page/isolated-world.mjs').ToPage} ToPage */

/**
 * @typedef {object} Listener
 * @property {(message: ToMain) => void} onMessage
 * @property {(url: string, isSameDocument: boolean) => void} onNavigated
 * @property {(moment: string) => void} onLifecycle as Chromium names them: `load`, `DOMContentLoaded`, `firstPaint`, …
 * @property {(level: 'debug' | 'info' | 'warning' | 'error', message: string, line: number, source: string) => void} onConsole
 * @property {(url: string, name: string, features: readonly string[]) => void} onWindowOpen
 * @property {(url: string) => void} onNavigationWanted by the page itself
 * @property {() => void} onCrash
 */

const world = 'Electron Isolated Context'
/** Chromium takes ever longer with longer messages. */
const pieceLength = 256 * 1024
const codec = makeCodec()
/** @type {Readonly<Record<string, 'debug' | 'warning' | 'error' | undefined>>} */
const consoleLevels = { debug: 'debug', warning: 'warning', error: 'error', assert: 'error' }

export class Page {
  #session
  #listener
  #names
  /** Of the preload's world, while there is a document. @type {string | undefined} */
  #context
  /** @type {string[]} */
  #pieces = []
  #url = 'about:blank'
  #isErrorPage = false
  /** @type {string | undefined} */
  #loaded
  /** @type {Set<() => void>} */
  #waiting = new Set()
  /** Those within the page, by Chromium's ids. @type {Set<string>} */
  #frames = new Set()

  /** Also the id of its main frame. */
  targetId

  /** @param {{ targetId: string, session: Session }} target @param {Listener} listener */
  constructor({ targetId, session }, listener) {
    this.targetId = targetId
    this.#session = session
    this.#listener = listener
    const key = `standin${randomBytes(8).toString('hex')}`
    this.#names = {
      channels: { toPage: `${key}-page`, toPreload: `${key}-preload` },
      binding: `${key}Out`,
      receiver: `${key}In`
    }
    this.#listen()
  }

  /** As Chromium has it. */
  get url() {
    return this.#url
  }

  /** @param {string} frameId */
  has(frameId) {
    return frameId === this.targetId || this.#frames.has(frameId)
  }

  /** @param {string} preload its source @param {Record<string, unknown>} process what the preload finds under that name */
  async prepare(preload, process) {
    const { channels, binding } = this.#names
    const send = this.#session.send
    await Promise.all([
      send('Page.enable'),
      send('Runtime.enable'),
      send('Page.setLifecycleEventsEnabled', { enabled: true }),
      // Every window behaves as the one in front, since no one sees them.
      send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      send('Runtime.addBinding', { name: binding, executionContextName: world }),
      send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(channels) }),
      send('Page.addScriptToEvaluateOnNewDocument', {
        worldName: world,
        source: isolatedWorldScript({ ...this.#names, pieceLength, process }, preload)
      })
    ])
  }

  async resume() {
    await this.#session.send('Runtime.runIfWaitingForDebugger')
  }

  #listen() {
    const { on } = this.#session
    const { targetId } = this
    on('Runtime.executionContextCreated', ({ context: { name, uniqueId, auxData } }) => {
      if (name === world && auxData?.['frameId'] === targetId) this.#context = uniqueId
    })
    on('Runtime.executionContextDestroyed', ({ executionContextUniqueId }) => {
      if (executionContextUniqueId === this.#context) this.#context = undefined
    })
    on('Runtime.executionContextsCleared', () => (this.#context = undefined))
    on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === this.#names.binding) this.#receive(payload)
    })
    on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
      const words = args.map(arg =>
        String(arg.value ?? arg.unserializableValue ?? arg.description ?? arg.type)
      )
      const place = stackTrace?.callFrames[0]
      const level = consoleLevels[type] ?? 'info'
      this.#listener.onConsole(level, words.join(' '), place?.lineNumber ?? 0, place?.url ?? '')
    })
    on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception, lineNumber, url } }) =>
      this.#listener.onConsole('error', `${text} ${exception?.description ?? ''}`, lineNumber, url ?? '')
    )
    on('Page.frameAttached', ({ frameId }) => this.#frames.add(frameId))
    on('Page.frameDetached', ({ frameId }) => this.#frames.delete(frameId))
    on('Page.frameNavigated', ({ frame }) => {
      if (frame.id !== targetId) return
      this.#isErrorPage = frame.unreachableUrl !== undefined
      this.#url = frame.url
      if (!this.#isErrorPage) this.#listener.onNavigated(frame.url, false)
    })
    on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== targetId) return
      this.#url = url
      this.#listener.onNavigated(url, true)
    })
    on('Page.lifecycleEvent', ({ frameId, name, loaderId }) => {
      if (frameId !== targetId || this.#isErrorPage || this.#url.startsWith('about:blank')) return
      this.#listener.onLifecycle(name)
      if (name !== 'load') return
      this.#loaded = loaderId
      for (const look of this.#waiting) look()
    })
    on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
      if (frameId === targetId && disposition === 'currentTab') this.#listener.onNavigationWanted(url)
    })
    on('Page.windowOpen', ({ url, windowName, windowFeatures }) =>
      this.#listener.onWindowOpen(url, windowName, windowFeatures)
    )
    on('Inspector.targetCrashed', () => {
      this.#context = undefined
      this.#listener.onCrash()
    })
  }

  /** @param {string} piece */
  #receive(piece) {
    this.#pieces.push(piece.slice(1))
    if (piece.startsWith('+')) return
    this.#listener.onMessage(/** @type {ToMain} */ (codec.decode(this.#pieces.splice(0).join(''))))
  }

  /** To the preload; what comes when there is no document is lost, as in Electron. @param {ToPage} message */
  post(message) {
    const text = codec.encode(message)
    for (let start = 0; start < text.length && this.#context !== undefined; start += pieceLength) {
      const end = start + pieceLength
      this.#session
        .send('Runtime.callFunctionOn', {
          uniqueContextId: this.#context,
          functionDeclaration: `(piece, isLast) => globalThis[${JSON.stringify(this.#names.receiver)}](piece, isLast)`,
          arguments: [{ value: text.slice(start, end) }, { value: end >= text.length }]
        })
        .catch(() => {})
    }
  }

  /**
   * Resolves when the page has loaded, or with Chromium's name of the error.
   * @param {string} url as Chromium has it @returns {Promise<string | undefined>}
   */
  async navigate(url) {
    const { errorText, loaderId } = await this.#session.send('Page.navigate', { url })
    if (errorText !== undefined) return errorText.replace('net::', '')
    // Without one it was a place in the document that is there.
    if (loaderId === undefined) return undefined
    await new Promise(resolve => {
      const look = () => {
        if (this.#loaded !== loaderId) return
        this.#waiting.delete(look)
        resolve(undefined)
      }
      this.#waiting.add(look)
      look()
    })
    return undefined
  }

  async reload() {
    await this.#session.send('Page.reload')
  }

  /** Kills its process. */
  crash() {
    this.#session.send('Page.crash').catch(() => {})
  }

  /** @param {string} code @param {boolean} userGesture @returns {Promise<unknown>} */
  async evaluate(code, userGesture) {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /**
   * Zoomed, a page has fewer pixels of its own, and each of them is larger.
   * @param {number} width @param {number} height @param {number} zoom
   */
  async resize(width, height, zoom) {
    await this.#session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width / zoom),
      height: Math.round(height / zoom),
      deviceScaleFactor: zoom === 1 ? 0 : zoom,
      mobile: false
    })
  }

  /** @param {'light' | 'dark' | 'system'} scheme */
  async setScheme(scheme) {
    const value = scheme === 'system' ? '' : scheme
    await this.#session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value }]
    })
  }

  /** @param {string} command an editing command of Chromium's */
  async edit(command) {
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: '', commands: [command] })
  }

  /** A PNG. */
  async picture() {
    const { data } = await this.#session.send('Page.captureScreenshot')
    return Buffer.from(data, 'base64')
  }

  async close() {
    await this.#session.send('Page.close')
  }
}

/** `app`: the life of the process, from its start to its exit. */
import { mkdirSync } from 'node:fs'
import { isAllowed, makeEvent } from '../event.mjs'
import { takeLock } from '../launch/instance-lock.mjs'
import { record } from '../record.mjs'
import { strictClass } from '../strict.mjs'
import { AppSurroundings } from './app-surroundings.mjs'
import { windowList } from './window-list.mjs'

/** @typedef {Awaited<ReturnType<typeof import('../chromium/chromium.mjs').startChromium>>} Chromium */
/** @typedef {import('../chromium/targets.mjs').Targets} Targets */

class App extends AppSurroundings {
  /** @override */
  static known = [
    'will-finish-launching',
    'ready',
    'window-all-closed',
    'before-quit',
    'will-quit',
    'quit',
    'second-instance',
    'browser-window-created',
    'browser-window-focus',
    'browser-window-blur',
    'web-contents-created',
    'render-process-gone',
    // Of the system and of the network, which tests may emit.
    'open-file',
    'open-url',
    'activate',
    'child-process-gone',
    'gpu-info-update',
    'certificate-error',
    'login',
    'select-client-certificate'
  ]

  /** @type {import('node:net').Server | undefined} */
  #lock
  /** @type {{ chromium: Chromium, targets: Targets } | undefined} */
  #started
  /** @type {() => void} */
  #onReady = () => {}
  /** @type {Promise<void>} */
  #ready = new Promise(resolve => (this.#onReady = resolve))
  #isQuitting = false
  #isExiting = false

  whenReady() {
    return this.#ready
  }

  isReady() {
    return this.#started !== undefined
  }

  /** @param {string} what */
  #beforeReady(what) {
    if (this.isReady()) throw new Error(`app.${what} can only be called before app is ready`)
  }

  /** @override @param {string} name @param {string} path */
  setPath(name, path) {
    // Chromium has its profile open by then.
    if (name === 'userData' || name === 'sessionData') this.#beforeReady(`setPath('${name}')`)
    super.setPath(name, path)
  }

  enableSandbox() {
    this.#beforeReady('enableSandbox()')
  }

  disableHardwareAcceleration() {
    this.#beforeReady('disableHardwareAcceleration()')
  }

  /** @param {unknown} [additionalData] */
  requestSingleInstanceLock(additionalData = {}) {
    if (this.#lock) return true
    const profile = this.getPath('userData')
    mkdirSync(profile, { recursive: true })
    this.#lock = takeLock(profile, [process.argv, process.cwd(), additionalData], greeting => {
      // What comes early is kept until the app is ready.
      void this.#ready.then(() => this.emit('second-instance', makeEvent(), ...greeting))
    })
    return this.#lock !== undefined
  }

  hasSingleInstanceLock() {
    return this.#lock !== undefined
  }

  releaseSingleInstanceLock() {
    this.#lock?.close()
    this.#lock = undefined
  }

  quit() {
    if (this.#isQuitting || this.#isExiting) return
    if (!isAllowed(this, 'before-quit', {})) return
    this.#isQuitting = true
    if (windowList.all().length === 0) this.#endOfQuitting()
    else for (const window of windowList.all()) window.close()
  }

  #endOfQuitting() {
    this.#isQuitting = isAllowed(this, 'will-quit', {})
    if (this.#isQuitting) this.exit(Number(process.exitCode ?? 0))
  }

  /** @param {number} [code] */
  exit(code = 0) {
    if (this.#isExiting) return
    this.#isExiting = true
    for (const window of windowList.all()) window.destroy()
    this.emit('quit', makeEvent(), code)
    if (!this.#started) process.exit(code)
    void this.#started.chromium.end().then(() => process.exit(code))
  }

  /** @param {Electron.RelaunchOptions} [options] */
  relaunch(options = {}) {
    record.relaunches.push(options)
  }

  focus() {
    windowList.all().at(-1)?.focus()
  }

  /** @param {'basic' | 'complete'} _level */
  async getGPUInfo(_level) {
    await this.#ready
    const { gpu } = await this.chromium.connection.browser.send('SystemInfo.getInfo')
    return { gpuDevice: gpu.devices.map((device, index) => ({ ...device, active: index === 0 })) }
  }

  #running() {
    if (!this.#started) throw new Error('electron stand-in: the app is not ready')
    return this.#started
  }

  /** @internal */
  get chromium() {
    return this.#running().chromium
  }

  /** @internal */
  get targets() {
    return this.#running().targets
  }

  /** @internal @param {Chromium} chromium @param {Targets} targets */
  becomeReady(chromium, targets) {
    this.#started = { chromium, targets }
    this.emit('will-finish-launching')
    this.#onReady()
    this.emit('ready', makeEvent(), {})
  }

  /** @internal A window has said no to being closed. */
  stayOpen() {
    this.#isQuitting = false
  }

  /** @internal */
  onWindowClosed() {
    if (windowList.all().length > 0 || this.#isExiting) return
    if (this.#isQuitting) this.#endOfQuitting()
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }
}

strictClass('app', App)
export const app = new App()

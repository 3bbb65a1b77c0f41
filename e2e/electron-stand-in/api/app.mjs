/** `app`: the life of the process from its start to its exit, and what it knows of its surroundings. */
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeEvent, isAllowed } from '../event.mjs'
import { launch, switchValue } from '../launch/command-line.mjs'
import { takeLock } from '../launch/instance-lock.mjs'
import { record } from '../record.mjs'
import { Emitter, notImplemented, strict, strictClass } from '../strict.mjs'
import { windowList } from './window-list.mjs'

/** @typedef {Awaited<ReturnType<typeof import('../chromium/chromium.mjs').startChromium>>} Chromium */

/** What a page drawn in software can do: there is no graphics card. */
const gpuFeatures = {
  '2d_canvas': 'software_only',
  gpu_compositing: 'disabled_software',
  rasterization: 'disabled_software',
  video_decode: 'disabled_software',
  video_encode: 'disabled_software',
  webgl: 'unavailable_software',
  webgpu: 'disabled_off'
}

class App extends Emitter {
  /** @override */
  static known = [
    'will-finish-launching',
    'ready',
    'window-all-closed',
    'before-quit',
    'will-quit',
    'quit',
    'open-file',
    'open-url',
    'activate',
    'second-instance',
    'browser-window-created',
    'browser-window-focus',
    'browser-window-blur',
    'web-contents-created',
    'render-process-gone',
    'child-process-gone',
    'gpu-info-update',
    'certificate-error',
    'login',
    'select-client-certificate'
  ]

  #name = launch.name
  /** @type {Record<string, string>} */
  #paths = {}
  /** @type {import('node:net').Server | undefined} */
  #lock
  /** @type {Chromium | undefined} */
  #chromium
  /** @type {import('../chromium/targets.mjs').Targets | undefined} */
  #targets
  /** @type {(chromium: Chromium) => void} */
  #onReady = () => {}
  #ready = new Promise(resolve => (this.#onReady = resolve))
  #isQuitting = false
  #isExiting = false

  isPackaged = launch.isPackaged
  /** macOS alone has one. */
  dock = undefined
  runningUnderARM64Translation = false
  accessibilitySupportEnabled = false
  userAgentFallback = `Electron/${launch.electronVersion} (stand-in)`

  commandLine = strict('app.commandLine', {
    /** @param {string} name */
    hasSwitch: name => switchValue(name) !== undefined || this.#switches.has(name),
    /** @param {string} name */
    getSwitchValue: name => switchValue(name) ?? this.#switches.get(name) ?? '',
    /** @param {string} name @param {string} [value] */
    appendSwitch: (name, value = '') => void this.#switches.set(name, value),
    /** @param {string} name */
    removeSwitch: name => void this.#switches.delete(name),
    appendArgument: () => {}
  })
  /** @type {Map<string, string>} */
  #switches = new Map()

  whenReady() {
    return this.#ready.then(() => undefined)
  }

  isReady() {
    return this.#chromium !== undefined
  }

  getName() {
    return this.#name
  }

  /** @param {string} name */
  setName(name) {
    this.#name = name
  }

  get name() {
    return this.#name
  }

  set name(name) {
    this.#name = name
  }

  getVersion() {
    return launch.version
  }

  getAppPath() {
    return launch.appPath
  }

  getLocale() {
    return 'en-GB'
  }

  getSystemLocale() {
    return 'en-GB'
  }

  getLocaleCountryCode() {
    return 'GB'
  }

  getPreferredSystemLanguages() {
    return ['en-GB']
  }

  /** @param {string} name @returns {string} */
  getPath(name) {
    const set = this.#paths[name]
    if (set !== undefined) return set
    const home = homedir()
    switch (name) {
      case 'home':
        return home
      case 'appData':
        return process.env.XDG_CONFIG_HOME ?? join(home, '.config')
      case 'userData':
        return switchValue('user-data-dir') ?? join(this.getPath('appData'), this.#name)
      case 'sessionData':
        return this.getPath('userData')
      case 'logs':
        return join(this.getPath('userData'), 'logs')
      case 'crashDumps':
        return join(this.getPath('userData'), 'Crashpad')
      case 'temp':
        return tmpdir()
      case 'exe':
        return launch.executable
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return join(home, name[0]?.toUpperCase() + name.slice(1))
      default:
        throw new Error(`Failed to get '${name}' path`)
    }
  }

  /** @param {string} name @param {string} path */
  setPath(name, path) {
    if (name === 'userData' && this.isReady())
      notImplemented("app.setPath('userData') after the app is ready")
    this.#paths[name] = path
  }

  /** @param {string} [path] */
  setAppLogsPath(path) {
    this.setPath('logs', path ?? this.getPath('logs'))
  }

  /** @param {unknown} [additionalData] */
  requestSingleInstanceLock(additionalData = {}) {
    if (this.#lock) return true
    const profile = this.getPath('userData')
    mkdirSync(profile, { recursive: true })
    this.#lock = takeLock(profile, [process.argv, process.cwd(), additionalData], greeting =>
      // Electron keeps what comes early until the app is ready.
      this.#ready.then(() => this.emit('second-instance', makeEvent(), ...greeting))
    )
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

  /** @param {number} [code] */
  exit(code = 0) {
    void this.#end(code)
  }

  /** @param {Electron.RelaunchOptions} [options] */
  relaunch(options = {}) {
    record.relaunches.push(options)
  }

  focus() {
    windowList.all().at(-1)?.focus()
  }

  hide() {}

  show() {}

  /** @param {string} path */
  addRecentDocument(path) {
    record.recentDocuments = [path, ...record.recentDocuments.filter(known => known !== path)]
  }

  clearRecentDocuments() {
    record.recentDocuments = []
  }

  getRecentDocuments() {
    return [...record.recentDocuments]
  }

  /** @param {Electron.AboutPanelOptionsOptions} options */
  setAboutPanelOptions(options) {
    record.aboutPanel = options
  }

  showAboutPanel() {
    record.opened.push('about:')
  }

  /** @param {Electron.JumpListCategory[] | null} categories */
  setJumpList(categories) {
    record.jumpList = categories
    return 'ok'
  }

  getJumpListSettings() {
    return { minItems: 10, removedItems: [] }
  }

  setUserTasks() {
    return true
  }

  setAppUserModelId() {}

  setDesktopName() {}

  setBadgeCount() {
    return false
  }

  setAsDefaultProtocolClient() {
    return true
  }

  isDefaultProtocolClient() {
    return false
  }

  enableSandbox() {
    if (this.isReady()) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  disableHardwareAcceleration() {
    if (this.isReady())
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
  }

  isHardwareAccelerationEnabled() {
    return false
  }

  isEmojiPanelSupported() {
    return false
  }

  isInApplicationsFolder() {
    return true
  }

  getGPUFeatureStatus() {
    return { ...gpuFeatures }
  }

  /** @param {'basic' | 'complete'} _level */
  async getGPUInfo(_level) {
    await this.#ready
    const { gpu } = await this.chromium.connection.browser.send('SystemInfo.getInfo')
    return { gpuDevice: gpu.devices.map((device, index) => ({ ...device, active: index === 0 })) }
  }

  getAppMetrics() {
    const cpu = { percentCPUUsage: 0, idleWakeupsPerSecond: 0 }
    const workingSetSize = Math.round(process.memoryUsage().rss / 1024)
    const memory = { workingSetSize, peakWorkingSetSize: workingSetSize }
    return [{ pid: process.pid, type: 'Browser', creationTime: 0, cpu, memory }]
  }

  // What follows is the stand-in's own.

  /** @internal */
  get chromium() {
    if (!this.#chromium) throw new Error('This can only be used after app is ready')
    return this.#chromium
  }

  /** @internal */
  get targets() {
    if (!this.#targets) throw new Error('Cannot create a page before app is ready')
    return this.#targets
  }

  /** @internal @param {Chromium} chromium @param {import('../chromium/targets.mjs').Targets} targets */
  becomeReady(chromium, targets) {
    this.#chromium = chromium
    this.#targets = targets
    this.emit('will-finish-launching')
    this.#onReady(chromium)
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

  #endOfQuitting() {
    if (!isAllowed(this, 'will-quit', {})) {
      this.#isQuitting = false
      return
    }
    void this.#end(Number(process.exitCode ?? 0))
  }

  /** @param {number} code */
  async #end(code) {
    if (this.#isExiting) return
    this.#isExiting = true
    for (const window of windowList.all()) window.destroy()
    this.emit('quit', makeEvent(), code)
    await this.#chromium?.end()
    process.exit(code)
  }
}

strictClass('app', App)
export const app = new App()

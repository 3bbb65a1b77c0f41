/** The half of `app` that says what the app is called, where things are, and what the system is told of it. */
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, switchValue } from '../launch/command-line.mjs'
import { record } from '../record.mjs'
import { Emitter, strict } from '../strict.mjs'

/** What a page drawn in software can do: there is no graphics card. @type {Electron.GPUFeatureStatus} */
const gpuFeatures = {
  '2d_canvas': 'software_only',
  flash_3d: 'disabled_software',
  flash_stage3d: 'disabled_software',
  flash_stage3d_baseline: 'disabled_software',
  gpu_compositing: 'disabled_software',
  multiple_raster_threads: 'enabled_on',
  native_gpu_memory_buffers: 'disabled_software',
  rasterization: 'disabled_software',
  video_decode: 'disabled_software',
  video_encode: 'disabled_software',
  vpx_decode: 'disabled_software',
  webgl: 'unavailable_software',
  webgl2: 'unavailable_software'
}

/** Folders of the home folder. @type {Readonly<Record<string, string>>} */
const homeFolders = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos'
}

/** @type {Map<string, string>} */
const switches = new Map()

export class AppSurroundings extends Emitter {
  #name = launch.name
  /** @type {Map<string, string>} */
  #paths = new Map()

  isPackaged = launch.isPackaged
  /** macOS alone has one. */
  dock = undefined
  runningUnderARM64Translation = false
  accessibilitySupportEnabled = false
  userAgentFallback = `Electron/${launch.electronVersion} (stand-in)`

  commandLine = strict('app.commandLine', {
    /** @param {string} name */
    hasSwitch: name => switchValue(name) !== undefined || switches.has(name),
    /** @param {string} name */
    getSwitchValue: name => switchValue(name) ?? switches.get(name) ?? '',
    /** @param {string} name @param {string} [value] */
    appendSwitch: (name, value = '') => void switches.set(name, value),
    /** @param {string} name */
    removeSwitch: name => void switches.delete(name),
    appendArgument: () => {}
  })

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
    return this.#paths.get(name) ?? this.#usualPath(name)
  }

  /** @param {string} name @returns {string} */
  #usualPath(name) {
    const inHome = homeFolders[name]
    if (inHome !== undefined) return join(homedir(), inHome)
    switch (name) {
      case 'home':
        return homedir()
      case 'appData':
        return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
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
      default:
        throw new Error(`Failed to get '${name}' path`)
    }
  }

  /** @param {string} name @param {string} path */
  setPath(name, path) {
    this.#usualPath(name)
    this.#paths.set(name, path)
  }

  /** @param {string} [path] */
  setAppLogsPath(path) {
    this.setPath('logs', path ?? this.getPath('logs'))
  }

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

  /** @param {Electron.JumpListCategory[] | null} categories @returns {ReturnType<Electron.App['setJumpList']>} */
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

  isInApplicationsFolder() {
    return true
  }

  isHardwareAccelerationEnabled() {
    return false
  }

  getGPUFeatureStatus() {
    return { ...gpuFeatures }
  }

  /** @returns {Electron.ProcessMetric[]} */
  getAppMetrics() {
    const cpu = { percentCPUUsage: 0, idleWakeupsPerSecond: 0 }
    const workingSetSize = Math.round(process.memoryUsage().rss / 1024)
    const memory = { workingSetSize, peakWorkingSetSize: workingSetSize }
    return [{ pid: process.pid, type: 'Browser', creationTime: 0, cpu, memory }]
  }
}

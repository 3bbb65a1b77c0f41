/** `session`: the only one is the default one. */
import { Emitter, notImplemented, strict, strictClass } from '../strict.mjs'
import { permissionHandlers } from './permissions.mjs'
import { protocol } from './protocol.mjs'
import { webRequest } from './web-request.mjs'

/** @typedef {Parameters<Electron.Session['setPermissionRequestHandler']>[0]} RequestHandler */
/** @typedef {Parameters<Electron.Session['setPermissionCheckHandler']>[0]} CheckHandler */
/** @typedef {Parameters<Electron.Session['setDevicePermissionHandler']>[0]} DeviceHandler */
/** @typedef {Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0]} DisplayHandler */

class Session extends Emitter {
  /** @override */
  static known = ['will-download', 'spellcheck-dictionary-initialized', 'preconnect']
  protocol = protocol
  webRequest = webRequest
  #isSpellChecking = true

  /** @param {RequestHandler} handler */
  setPermissionRequestHandler(handler) {
    permissionHandlers.request = handler
  }

  /** @param {CheckHandler} handler */
  setPermissionCheckHandler(handler) {
    permissionHandlers.check = handler
  }

  /** @param {DeviceHandler} handler */
  setDevicePermissionHandler(handler) {
    permissionHandlers.device = handler
  }

  /** @param {DisplayHandler} handler */
  setDisplayMediaRequestHandler(handler) {
    permissionHandlers.displayMedia = handler
  }

  /** @param {boolean} isOn */
  setSpellCheckerEnabled(isOn) {
    this.#isSpellChecking = isOn
  }

  isSpellCheckerEnabled() {
    return this.#isSpellChecking
  }

  get spellCheckerEnabled() {
    return this.#isSpellChecking
  }

  set spellCheckerEnabled(isOn) {
    this.#isSpellChecking = isOn
  }

  /** @param {string[]} _languages */
  setSpellCheckerLanguages(_languages) {}

  /** @param {string} _url */
  setSpellCheckerDictionaryDownloadURL(_url) {}

  async clearCache() {}

  async clearStorageData() {}

  flushStorageData() {}

  /** @param {string} url */
  async resolveProxy(url) {
    return url === '' ? '' : 'DIRECT'
  }
}

strictClass('session', Session)

export const session = strict('session', {
  defaultSession: new Session(),
  fromPartition: () => notImplemented('session.fromPartition')
})

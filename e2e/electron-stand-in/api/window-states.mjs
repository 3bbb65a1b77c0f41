/** Whether a window is seen, has the focus, is minimised or fills the screen: a few values here, and their events. */
import { makeEvent } from '../event.mjs'
import { Emitter } from '../strict.mjs'
import { app } from './app.mjs'
import { windowList } from './window-list.mjs'

/** @typedef {import('./browser-window.mjs').BrowserWindow} Window */
/** @typedef {'normal' | 'minimized' | 'maximized' | 'fullscreen'} State */

export class WindowStates extends Emitter {
  /** @override */
  static known = [
    'page-title-updated',
    'close',
    'closed',
    'session-end',
    'query-session-end',
    'unresponsive',
    'responsive',
    'blur',
    'focus',
    'show',
    'hide',
    'ready-to-show',
    'maximize',
    'unmaximize',
    'minimize',
    'restore',
    'will-resize',
    'resize',
    'resized',
    'will-move',
    'move',
    'moved',
    'enter-full-screen',
    'leave-full-screen',
    'always-on-top-changed',
    'app-command'
  ]

  #isVisible
  /** @type {State} */
  #state
  /** What it was before it was minimised or filled the screen. @type {State} */
  #before = 'normal'

  /** @param {Electron.BrowserWindowConstructorOptions} options */
  constructor({ show = true, fullscreen = false }) {
    super()
    this.#isVisible = show
    this.#state = fullscreen ? 'fullscreen' : 'normal'
  }

  /** @internal Its page has another size now. */
  onReshaped() {}

  show() {
    this.showInactive()
    this.focus()
  }

  showInactive() {
    if (this.#isVisible) return
    this.#isVisible = true
    this.emit('show', makeEvent())
  }

  hide() {
    if (!this.#isVisible) return
    this.#isVisible = false
    this.emit('hide', makeEvent())
    this.blur()
  }

  isVisible() {
    return this.#isVisible && this.#state !== 'minimized'
  }

  focus() {
    const before = windowList.focused()
    if (this.isFocused() || !this.isVisible()) return
    before?.blur()
    windowList.focus(/** @type {Window} */ (/** @type {unknown} */ (this)))
    this.emit('focus', makeEvent())
    app.emit('browser-window-focus', makeEvent(), this)
  }

  blur() {
    if (!this.isFocused()) return
    windowList.focus(null)
    this.emit('blur', makeEvent())
    app.emit('browser-window-blur', makeEvent(), this)
  }

  isFocused() {
    return windowList.focused() === /** @type {unknown} */ (this)
  }

  isEnabled() {
    return true
  }

  moveTop() {}

  /** @param {boolean} _isOn */
  flashFrame(_isOn) {}

  /** @param {State} state @param {string} event */
  #enter(state, event) {
    if (this.#state === state) return
    if (state === 'minimized' || state === 'fullscreen') this.#before = this.#state
    this.#state = state
    this.emit(event, makeEvent())
    this.onReshaped()
    if (state !== 'minimized') this.emit('resize', makeEvent())
  }

  minimize() {
    this.#enter('minimized', 'minimize')
    this.blur()
  }

  maximize() {
    this.#isVisible = true
    this.#enter('maximized', 'maximize')
  }

  unmaximize() {
    if (this.isMaximized()) this.#enter('normal', 'unmaximize')
  }

  restore() {
    if (this.isMinimized()) this.#enter(this.#before === 'minimized' ? 'normal' : this.#before, 'restore')
    else this.unmaximize()
    this.focus()
  }

  /** @param {boolean} isFull */
  setFullScreen(isFull) {
    if (isFull) this.#enter('fullscreen', 'enter-full-screen')
    else if (this.isFullScreen()) this.#enter(this.#before, 'leave-full-screen')
  }

  isMinimized() {
    return this.#state === 'minimized'
  }

  isMaximized() {
    return this.#state === 'maximized'
  }

  isFullScreen() {
    return this.#state === 'fullscreen'
  }

  isNormal() {
    return this.#state === 'normal'
  }

  get fullScreen() {
    return this.isFullScreen()
  }

  set fullScreen(isFull) {
    this.setFullScreen(isFull)
  }

  isSimpleFullScreen() {
    return false
  }

  isModal() {
    return false
  }

  isResizable() {
    return true
  }

  isMaximizable() {
    return true
  }

  isMinimizable() {
    return true
  }

  isFullScreenable() {
    return true
  }
}

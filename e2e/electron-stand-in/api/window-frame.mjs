/** What the system draws around a page: place and size, states, focus, title. A few values here, and their events. */
import { makeEvent } from '../event.mjs'
import { record } from '../record.mjs'
import { Emitter } from '../strict.mjs'
import { app } from './app.mjs'
import { screen } from './screen.mjs'
import { windowList } from './window-list.mjs'

/** @typedef {Electron.Rectangle} Rectangle */
/** @typedef {import('./browser-window.mjs').BrowserWindow} Window */
/** @typedef {'normal' | 'minimized' | 'maximized' | 'fullscreen'} State */

export class WindowFrame extends Emitter {
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

  #title
  #isVisible
  /** @type {State} */
  #state = 'normal'
  /** What it was before it was minimised or filled the screen. @type {State} */
  #before = 'normal'
  /** @type {Rectangle} */
  #bounds
  /** @type {readonly [number, number]} */
  #minimum
  #isEdited = false
  #file = ''
  #background
  #isMenuBarVisible = true
  #isMenuBarHiding

  /** @param {Electron.BrowserWindowConstructorOptions} options */
  constructor(options) {
    super()
    const { width = 800, height = 600, minWidth = 0, minHeight = 0, show = true } = options
    const { workArea } = screen.getPrimaryDisplay()
    const { x = workArea.x + 100, y = workArea.y + 100 } = options
    this.#bounds = { x, y, width, height }
    this.#minimum = [minWidth, minHeight]
    this.#title = options.title ?? app.getName()
    this.#isVisible = show
    this.#background = options.backgroundColor ?? '#FFFFFF'
    this.#isMenuBarHiding = options.autoHideMenuBar ?? false
    if (options.fullscreen === true) this.#state = 'fullscreen'
  }

  /** @internal Its page has another size now. */
  onReshaped() {}

  // Sight and focus.

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

  // States.

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

  // Place and size.

  /** @returns {Rectangle} */
  getBounds() {
    const { bounds, workArea } = screen.getDisplayMatching(this.#bounds)
    if (this.isFullScreen()) return { ...bounds }
    return { ...(this.isMaximized() ? workArea : this.#bounds) }
  }

  /** @returns {Rectangle} */
  getNormalBounds() {
    return { ...this.#bounds }
  }

  /** The system's borders and menu bar are not counted. */
  getContentBounds() {
    return this.getBounds()
  }

  /** @param {Partial<Rectangle>} bounds */
  setBounds(bounds) {
    const before = this.#bounds
    const wanted = { ...before, ...bounds }
    const [width, height] = this.#minimum
    this.#bounds = {
      ...wanted,
      width: Math.max(width, wanted.width),
      height: Math.max(height, wanted.height)
    }
    const { x, y } = this.#bounds
    if (x !== before.x || y !== before.y) {
      this.emit('move', makeEvent())
      this.emit('moved', makeEvent())
    }
    if (this.#bounds.width === before.width && this.#bounds.height === before.height) return
    this.onReshaped()
    this.emit('resize', makeEvent())
    this.emit('resized', makeEvent())
  }

  /** @param {Partial<Rectangle>} bounds */
  setContentBounds(bounds) {
    this.setBounds(bounds)
  }

  getSize() {
    const { width, height } = this.getBounds()
    return [width, height]
  }

  getContentSize() {
    return this.getSize()
  }

  /** @param {number} width @param {number} height */
  setSize(width, height) {
    this.setBounds({ width, height })
  }

  /** @param {number} width @param {number} height */
  setContentSize(width, height) {
    this.setBounds({ width, height })
  }

  getPosition() {
    const { x, y } = this.getBounds()
    return [x, y]
  }

  /** @param {number} x @param {number} y */
  setPosition(x, y) {
    this.setBounds({ x, y })
  }

  center() {
    const { workArea } = screen.getDisplayMatching(this.#bounds)
    const { width, height } = this.#bounds
    this.setBounds({
      x: Math.round(workArea.x + (workArea.width - width) / 2),
      y: Math.round(workArea.y + (workArea.height - height) / 2)
    })
  }

  getMinimumSize() {
    return [...this.#minimum]
  }

  /** @param {number} width @param {number} height */
  setMinimumSize(width, height) {
    this.#minimum = [width, height]
    this.setBounds({})
  }

  // What it says of its document.

  getTitle() {
    return this.#title
  }

  /** @param {string} title */
  setTitle(title) {
    this.#title = title
  }

  get title() {
    return this.#title
  }

  set title(title) {
    this.#title = title
  }

  isDocumentEdited() {
    return this.#isEdited
  }

  /** @param {boolean} isEdited */
  setDocumentEdited(isEdited) {
    this.#isEdited = isEdited
  }

  get documentEdited() {
    return this.#isEdited
  }

  set documentEdited(isEdited) {
    this.#isEdited = isEdited
  }

  getRepresentedFilename() {
    return this.#file
  }

  /** @param {string} path */
  setRepresentedFilename(path) {
    this.#file = path
  }

  get representedFilename() {
    return this.#file
  }

  set representedFilename(path) {
    this.#file = path
  }

  /** @param {number} fraction below 0 for none */
  setProgressBar(fraction) {
    record.progress.push(fraction)
  }

  // Its looks.

  getBackgroundColor() {
    return this.#background
  }

  /** @param {string} colour */
  setBackgroundColor(colour) {
    this.#background = colour
  }

  isMenuBarVisible() {
    return this.#isMenuBarVisible
  }

  /** @param {boolean} isVisible */
  setMenuBarVisibility(isVisible) {
    this.#isMenuBarVisible = isVisible
  }

  isMenuBarAutoHide() {
    return this.#isMenuBarHiding
  }

  /** @param {boolean} isHiding */
  setAutoHideMenuBar(isHiding) {
    this.#isMenuBarHiding = isHiding
  }

  get autoHideMenuBar() {
    return this.#isMenuBarHiding
  }

  set autoHideMenuBar(isHiding) {
    this.#isMenuBarHiding = isHiding
  }

  setMenu() {}

  removeMenu() {}

  setIcon() {}
}

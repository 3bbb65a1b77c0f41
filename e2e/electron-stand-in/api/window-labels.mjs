/** What a window says of its document, and how it looks: kept, never drawn. */
import { record } from '../record.mjs'
import { app } from './app.mjs'
import { WindowPlace } from './window-place.mjs'

export class WindowLabels extends WindowPlace {
  #title
  #isEdited = false
  #file = ''
  #background
  #isMenuBarVisible = true
  #isMenuBarHiding

  /** @param {Electron.BrowserWindowConstructorOptions} options */
  constructor(options) {
    super(options)
    this.#title = options.title ?? app.getName()
    this.#background = options.backgroundColor ?? '#FFFFFF'
    this.#isMenuBarHiding = options.autoHideMenuBar ?? false
  }

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

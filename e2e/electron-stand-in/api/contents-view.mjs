/** The half of `webContents` that people see: zoom, editing, throttling, developer tools, pictures. */
import { record } from '../record.mjs'
import { Emitter } from '../strict.mjs'
import { nativeImage } from './native-image.mjs'
import { nativeTheme } from './native-theme.mjs'

/** @typedef {import('../chromium/page.mjs').Page} Page */

export class ContentsView extends Emitter {
  /** @type {Promise<Page>} */
  #page
  #size
  #zoom = 1
  #isThrottled

  /**
   * @param {Promise<Page>} page @param {() => { width: number, height: number }} size of its window
   * @param {Electron.WebPreferences} preferences
   */
  constructor(page, size, { backgroundThrottling = true, zoomFactor = 1 }) {
    super()
    this.#page = page
    this.#size = size
    this.#isThrottled = backgroundThrottling
    this.#zoom = zoomFactor
  }

  /** Does something with the page as soon as it is there; one that closes meanwhile needs it no more. @param {(page: Page) => Promise<unknown>} act */
  #withPage(act) {
    this.#page.then(act).catch(() => {})
  }

  /** @internal Its window has another size. */
  resize() {
    const { width, height } = this.#size()
    this.#withPage(page => page.resize(width, height, this.#zoom))
  }

  /** @internal */
  applyTheme = () =>
    this.#withPage(page => page.setScheme(nativeTheme.isPlain ? 'system' : nativeTheme.scheme))

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
    this.resize()
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

  /** @param {number} level each makes all a fifth larger */
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
    this.#withPage(page => page.edit('undo'))
  }

  redo() {
    this.#withPage(page => page.edit('redo'))
  }

  cut() {
    this.#withPage(page => page.edit('cut'))
  }

  copy() {
    this.#withPage(page => page.edit('copy'))
  }

  paste() {
    this.#withPage(page => page.edit('paste'))
  }

  pasteAndMatchStyle() {
    this.#withPage(page => page.edit('pasteAndMatchStyle'))
  }

  delete() {
    this.#withPage(page => page.edit('delete'))
  }

  selectAll() {
    this.#withPage(page => page.edit('selectAll'))
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
    const page = await this.#page
    return nativeImage.createFromBuffer(await page.picture())
  }
}

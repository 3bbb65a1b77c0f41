/** Where a window is and how large. What the system draws around a page is not counted. */
import { makeEvent } from '../event.mjs'
import { screen } from './screen.mjs'
import { WindowStates } from './window-states.mjs'

/** @typedef {Electron.Rectangle} Rectangle */

export class WindowPlace extends WindowStates {
  /** @type {Rectangle} while it neither is maximised nor fills the screen */
  #bounds
  /** @type {readonly [number, number]} */
  #minimum

  /** @param {Electron.BrowserWindowConstructorOptions} options */
  constructor(options) {
    super(options)
    const { workArea } = screen.getPrimaryDisplay()
    const { width = 800, height = 600, minWidth = 0, minHeight = 0 } = options
    // In the middle, where nothing else is said.
    const x = options.x ?? Math.round(workArea.x + (workArea.width - width) / 2)
    const y = options.y ?? Math.round(workArea.y + (workArea.height - height) / 2)
    this.#bounds = { x, y, width, height }
    this.#minimum = [minWidth, minHeight]
  }

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
}

/** `screen`: the displays, which a test can change. */
import { makeEvent } from '../event.mjs'
import { Emitter, strictClass } from '../strict.mjs'

/** @typedef {Electron.Rectangle} Rectangle */

/** @param {number} id @param {Rectangle} bounds @returns {Electron.Display} */
function makeDisplay(id, bounds) {
  const { x, y, width, height } = bounds
  // The system has a bar at the bottom.
  const workArea = { x, y, width, height: height - 40 }
  return {
    id,
    label: `Display ${id}`,
    bounds,
    workArea,
    size: { width, height },
    workAreaSize: { width, height: workArea.height },
    nativeOrigin: { x, y },
    scaleFactor: 1,
    rotation: 0,
    internal: false,
    detected: true,
    monochrome: false,
    colorDepth: 24,
    depthPerComponent: 8,
    colorSpace: 'sRGB',
    displayFrequency: 60,
    maximumCursorSize: { width: 64, height: 64 },
    accelerometerSupport: 'unavailable',
    touchSupport: 'unavailable'
  }
}

/** @param {Rectangle} a @param {Rectangle} b the area that both cover */
function common(a, b) {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

class Screen extends Emitter {
  /** @override */
  static known = ['display-added', 'display-removed', 'display-metrics-changed']
  #displays = [makeDisplay(1, { x: 0, y: 0, width: 1920, height: 1080 })]

  /** The first one. */
  getPrimaryDisplay() {
    const [first] = this.#displays
    if (!first) throw new Error('electron stand-in: there is no display')
    return first
  }

  getAllDisplays() {
    return [...this.#displays]
  }

  /** @param {Rectangle} rectangle */
  getDisplayMatching(rectangle) {
    return this.#displays.reduce(
      (best, display) =>
        common(display.bounds, rectangle) > common(best.bounds, rectangle) ? display : best,
      this.getPrimaryDisplay()
    )
  }

  /** @param {{ x: number, y: number }} point */
  getDisplayNearestPoint({ x, y }) {
    return this.getDisplayMatching({ x, y, width: 1, height: 1 })
  }

  getCursorScreenPoint() {
    return { x: 0, y: 0 }
  }

  /** @internal @param {Rectangle[]} all the first is the primary one */
  setDisplays(all) {
    const before = this.#displays
    this.#displays = all.map((bounds, index) => makeDisplay(index + 1, bounds))
    for (const display of before.slice(all.length)) this.emit('display-removed', makeEvent(), display)
    for (const display of this.#displays.slice(before.length))
      this.emit('display-added', makeEvent(), display)
  }
}

strictClass('screen', Screen)
export const screen = new Screen()

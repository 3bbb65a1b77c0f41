/** The open windows, oldest first, and which of them has the focus. */

/** @typedef {import('./browser-window.mjs').BrowserWindow} Window */

/** @type {Window[]} */
const open = []

/** @type {Window | null} */
let focused = null

export const windowList = {
  all: () => [...open],
  focused: () => focused,
  /** @param {Window} window */
  add: window => void open.push(window),
  /** @param {Window} window */
  remove(window) {
    open.splice(open.indexOf(window), 1)
    if (focused === window) focused = null
  },
  /** @param {Window | null} window */
  focus: window => {
    focused = window
  }
}

/** `webContents.mainFrame`, and so the `senderFrame` of what a page sends: a preload runs in main frames alone. */
import { originOf } from '../schemes.mjs'
import { strict } from '../strict.mjs'

/** @param {import('./web-contents.mjs').WebContents} contents */
export function makeMainFrame(contents) {
  const frame = {
    get url() {
      return contents.getURL()
    },
    get origin() {
      return originOf(contents.getURL())
    },
    parent: null,
    frames: [],
    name: '',
    processId: 1,
    routingId: 1,
    detached: false,
    isDestroyed: () => contents.isDestroyed(),
    /** @param {string} code @param {boolean} [userGesture] */
    executeJavaScript: (code, userGesture) => contents.executeJavaScript(code, userGesture)
  }
  return strict('webFrameMain', Object.defineProperty(frame, 'top', { value: frame }))
}

/** @typedef {ReturnType<typeof makeMainFrame>} MainFrame */

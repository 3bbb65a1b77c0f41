/** `ipcMain`, and the `ipc` that each page has of its own: what pages send and ask. */
import { EventEmitter } from 'node:events'

/** @typedef {(event: object, ...args: unknown[]) => unknown} Handler */

export class IpcMain extends EventEmitter {
  /** @type {Map<string, Handler>} */
  #handlers = new Map()

  /** @param {string} channel @param {Handler} handler */
  handle(channel, handler) {
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  /** @param {string} channel @param {Handler} handler */
  handleOnce(channel, handler) {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  /** @param {string} channel */
  removeHandler(channel) {
    this.#handlers.delete(channel)
  }

  /** @internal @param {string} channel */
  handlerOf(channel) {
    return this.#handlers.get(channel)
  }
}

export const ipcMain = new IpcMain()

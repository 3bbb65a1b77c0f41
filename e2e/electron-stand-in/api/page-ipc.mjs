/** What a page sends and asks, and who in the main process hears it. */
import { makeEvent } from '../event.mjs'
import { IpcMain, ipcMain } from './ipc-main.mjs'

/** @typedef {import('./web-contents.mjs').WebContents} WebContents */
/** @typedef {import('../page/isolated-world.mjs').ToPage} ToPage */

export class PageIpc {
  #contents
  #post

  /** The page's own listeners and handlers, which come before those of the process. */
  own = new IpcMain()

  /** @param {WebContents} contents @param {(message: ToPage) => void} post */
  constructor(contents, post) {
    this.#contents = contents
    this.#post = post
  }

  #event() {
    const { mainFrame } = this.#contents
    return makeEvent({
      type: 'frame',
      sender: this.#contents,
      senderFrame: mainFrame,
      processId: mainFrame.processId,
      frameId: mainFrame.routingId,
      ports: [],
      /** @param {string} channel @param {unknown[]} args */
      reply: (channel, ...args) => this.#contents.send(channel, ...args)
    })
  }

  /** @param {string} channel @param {unknown[]} args */
  onSend(channel, args) {
    this.own.emit(channel, this.#event(), ...args)
    ipcMain.emit(channel, this.#event(), ...args)
  }

  /** @param {number} number by which the page knows the answer @param {string} channel @param {unknown[]} args */
  async onInvoke(number, channel, args) {
    try {
      const handler = this.own.handlerOf(channel) ?? ipcMain.handlerOf(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      this.#post({ kind: 'reply', number, value: await handler(this.#event(), ...args) })
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      this.#post({ kind: 'failure', number, error: String(error) })
    }
  }
}

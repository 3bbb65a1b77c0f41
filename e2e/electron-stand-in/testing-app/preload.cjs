'use strict'
const { contextBridge, ipcRenderer, webUtils } = require('electron')

/** Seen by the page only if the worlds were one. */
globalThis.ofThePreload = true

contextBridge.exposeInMainWorld('host', {
  version: process.versions.electron,
  argument: process.argv.at(-1),
  /** @param {string} channel @param {unknown[]} args */
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  /** @param {string} channel @param {unknown[]} args */
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  /** @param {(text: string) => void} listener */
  onTold: listener => ipcRenderer.on('told', (_event, /** @type {string} */ text) => listener(text)),
  /** @param {File} file */
  pathOf: file => webUtils.getPathForFile(file),
  /** @param {(n: number) => number} callback */
  twice: callback => callback(callback(1)),
  fails() {
    throw new RangeError('too much')
  }
})

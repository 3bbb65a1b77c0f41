/** `shell`: nothing is opened, all is recorded. */
import { existsSync, rmSync } from 'node:fs'
import { record } from '../record.mjs'
import { strict } from '../strict.mjs'

export const shell = strict('shell', {
  /** @param {string} url */
  async openExternal(url) {
    record.opened.push(url)
  },
  /** @param {string} path @returns {Promise<string>} what went wrong, if anything */
  async openPath(path) {
    record.opened.push(path)
    return existsSync(path) ? '' : 'Failed to open path'
  },
  /** @param {string} path */
  showItemInFolder: path => void record.shown.push(path),
  /** @param {string} path */
  async trashItem(path) {
    rmSync(path, { recursive: true })
  },
  beep: () => {}
})

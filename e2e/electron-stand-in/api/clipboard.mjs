/** `clipboard`: one of the main process alone; that of the pages is Chromium's own. As Electron 45 has it: all by promises. */
import { strict } from '../strict.mjs'

/** What `clipboard.write` takes. */
export class ClipboardItem {
  /** @param {Record<string, string | Blob | Promise<string | Blob>>} items by type */
  constructor(items) {
    this.items = items
  }

  get types() {
    return Object.keys(this.items)
  }

  /** @param {string} type */
  async getType(type) {
    const found = await this.items[type]
    if (found === undefined) throw new Error(`The type '${type}' was not found`)
    return typeof found === 'string' ? new Blob([found], { type }) : found
  }
}

/** @type {readonly ClipboardItem[]} */
let held = []

/** @param {string} type */
const holds = type => held.find(item => item.types.includes(type))

export const clipboard = strict('clipboard', {
  readText: async () => (await (await holds('text/plain')?.getType('text/plain'))?.text()) ?? '',
  /** @param {string} text */
  writeText: async text => {
    held = [new ClipboardItem({ 'text/plain': text })]
  },
  read: async () => held,
  /** @param {readonly ClipboardItem[]} items */
  write: async items => {
    held = items
  },
  /** @param {string} type */
  has: async type => holds(type) !== undefined,
  clear() {
    held = []
  }
})

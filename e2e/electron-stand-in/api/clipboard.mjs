/** `clipboard`: one of the main process alone; that of the pages is Chromium's own. */
import { strict } from '../strict.mjs'

let text = ''

export const clipboard = strict('clipboard', {
  readText: () => text,
  /** @param {string} written */
  writeText(written) {
    text = written
  },
  clear() {
    text = ''
  },
  availableFormats: () => (text === '' ? [] : ['text/plain'])
})

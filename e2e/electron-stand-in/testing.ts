import { at } from '../../scripts/paths.mjs'
import { test as desktop } from '../fixtures/desktop'

/** Stories of the testing app. */
export const test = desktop.extend({
  desktopFolder: at('e2e', 'electron-stand-in', 'testing-app')
})

export { expect } from '../fixtures/desktop'

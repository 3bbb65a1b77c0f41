/** Makes `require('electron')` and `import 'electron'` lead here, whoever asks: the app, or Playwright's console. */
import Module, { register } from 'node:module'
import { electron } from '../api/electron.mjs'

const names = /^electron(\/(main|common))?$/

/** @typedef {(request: string, ...rest: unknown[]) => unknown} Load */

export function installElectronModule() {
  const loader = /** @type {{ _load: Load }} */ (/** @type {unknown} */ (Module))
  const load = loader._load
  loader._load = function (request, ...rest) {
    return names.test(request) ? electron : load.call(this, request, ...rest)
  }
  // Runs in a thread of its own, which shares nothing with ours: what it needs is written into it.
  const url = JSON.stringify(new URL('../api/electron-exports.mjs', import.meta.url).href)
  const source = `export const resolve = (specifier, context, next) =>
    ${names}.test(specifier) ? { url: ${url}, shortCircuit: true } : next(specifier, context)`
  register(`data:text/javascript,${encodeURIComponent(source)}`)
}

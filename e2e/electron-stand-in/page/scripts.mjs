/** The sources that a window evaluates before its page: functions of this folder, written out as text. */
import { makeCodec } from './codec.mjs'
import { isolatedWorld } from './isolated-world.mjs'
import { mainWorld } from './main-world.mjs'
import { watchPage } from './watch-page.mjs'
import { worldBridge } from './world-bridge.mjs'

/** @param {unknown} value */
const literal = value => JSON.stringify(value)

/** @param {import('./isolated-world.mjs').PreloadInfo['channels']} channels */
export const mainWorldScript = channels => `(${mainWorld})(${worldBridge}, ${literal(channels)})`

/**
 * @param {import('./isolated-world.mjs').PreloadInfo} info
 * @param {string} preload its source, CommonJS as a sandboxed preload is
 */
export const isolatedWorldScript = (info, preload) => `{
  const world = (${isolatedWorld})(
    { worldBridge: ${worldBridge}, watchPage: ${watchPage}, codec: (${makeCodec})() },
    ${literal(info)}
  )
  if (world) {
    const module = { exports: {} }
    try {
      (function (require, process, module, exports) {
${preload}
      })(world.require, world.process, module, module.exports)
    } catch (error) {
      world.onPreloadError(error)
    }
  }
}`

/** What the page's own world has of the stand-in: the near end of the bridge, which puts there what is exposed. */

/**
 * Self-contained: its source runs in the page, before any script of it.
 * @param {typeof import('./world-bridge.mjs').worldBridge} worldBridge
 * @param {{ toPage: string, toPreload: string }} channels
 */
export function mainWorld(worldBridge, channels) {
  if (window !== window.top) return

  /** @param {unknown} value */
  function freeze(value) {
    if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) return
    if (ArrayBuffer.isView(value) || Object.isFrozen(value)) return
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }

  worldBridge(channels.toPreload, channels.toPage, (name, api) => {
    if (Object.hasOwn(window, name))
      throw new Error('Cannot bind an API on top of an existing property on the window object')
    freeze(api)
    Object.defineProperty(window, name, {
      value: api,
      enumerable: true,
      configurable: false,
      writable: false
    })
  })
}

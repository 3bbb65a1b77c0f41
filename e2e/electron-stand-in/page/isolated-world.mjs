/** The world of the preload: what it requires as 'electron', and its `process`. */

/** @typedef {import('./codec.mjs').Codec} Codec */
/** @typedef {typeof import('./world-bridge.mjs').worldBridge} WorldBridge */
/** @typedef {typeof import('./watch-page.mjs').watchPage} WatchPage */

/**
 * @typedef {object} PreloadInfo
 * @property {{ toPage: string, toPreload: string }} channels
 * @property {string} binding the function by which text leaves for the main process
 * @property {string} receiver the function by which text comes from it
 * @property {number} pieceLength long messages are cut: Chromium takes ever longer with longer ones
 * @property {Record<string, unknown>} process
 */

/**
 * From the page to the main process.
 * @typedef {{ kind: 'hello' } | { kind: 'send', channel: string, args: unknown[] }
 *   | { kind: 'invoke', number: number, channel: string, args: unknown[] }
 *   | { kind: 'context-menu', params: Record<string, unknown> }
 *   | { kind: 'input', input: Record<string, unknown> }
 *   | { kind: 'title', title: string }
 *   | { kind: 'scheme', isDark: boolean }
 *   | { kind: 'preload-error', error: unknown }} ToMain
 */

/**
 * From the main process to the page.
 * @typedef {{ kind: 'message', channel: string, args: unknown[] }
 *   | { kind: 'reply', number: number, value: unknown }
 *   | { kind: 'failure', number: number, error: string }
 *   | { kind: 'file-paths', paths: Map<string, string> }} ToPage
 */

/**
 * Self-contained: its source runs in the page, before the preload. Undefined in frames within the page.
 * @param {{ worldBridge: WorldBridge, watchPage: WatchPage, codec: Codec }} parts self-contained too
 * @param {PreloadInfo} info
 */
export function isolatedWorld({ worldBridge, watchPage, codec }, info) {
  if (window !== window.top) return undefined
  /** @typedef {(...args: any[]) => void} Listener */

  const world = /** @type {Record<string, (...args: any[]) => unknown>} */ (
    /** @type {unknown} */ (globalThis)
  )
  const refusal = 'An object could not be cloned.'
  /** @type {Map<string, string>} */
  let filePaths = new Map()

  /** @param {ToMain} message */
  function tell(message) {
    const text = codec.encode(message)
    for (let start = 0; start < text.length; start += info.pieceLength) {
      const isLast = start + info.pieceLength >= text.length
      world[info.binding]?.((isLast ? '.' : '+') + text.slice(start, start + info.pieceLength))
    }
  }

  /** @param {string} what @returns {never} */
  function missing(what) {
    throw new Error(`electron stand-in: ${what} is not implemented in the preload`)
  }

  /** @template {object} T @param {string} name @param {T} api @returns {T} */
  const strict = (name, api) =>
    new Proxy(api, {
      get: (target, key) =>
        key in target || typeof key === 'symbol' ? Reflect.get(target, key) : missing(`${name}.${key}`)
    })

  /** @type {Map<string, Listener[]>} */
  const listeners = new Map()
  /** @type {Map<number, { resolve: (value: unknown) => void, reject: (words: string) => void }>} */
  const calls = new Map()
  let lastCall = 0

  /** @param {unknown[]} args */
  function cloned(args) {
    try {
      return structuredClone(args)
    } catch {
      throw new Error(refusal)
    }
  }

  const ipcRenderer = strict('ipcRenderer', {
    /** @param {string} channel @param {unknown[]} args */
    send(channel, ...args) {
      tell({ kind: 'send', channel, args: cloned(args) })
    },
    /** @param {string} channel @param {unknown[]} args */
    invoke: async (channel, ...args) => {
      const copies = cloned(args)
      const number = ++lastCall
      return new Promise((resolve, reject) => {
        const refuse = (/** @type {string} */ words) =>
          reject(new Error(`Error invoking remote method '${channel}': ${words}`))
        calls.set(number, { resolve, reject: refuse })
        tell({ kind: 'invoke', number, channel, args: copies })
      })
    },
    /** @param {string} channel @param {Listener} listener */
    on(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    /** @param {string} channel @param {Listener} listener */
    once(channel, listener) {
      /** @type {Listener} */
      const single = (...args) => {
        ipcRenderer.off(channel, single)
        listener(...args)
      }
      return ipcRenderer.on(channel, single)
    },
    /** @param {string} channel @param {Listener} listener */
    off(channel, listener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter(one => one !== listener)
      )
      return ipcRenderer
    },
    /** @param {string} channel @param {Listener} listener */
    removeListener: (channel, listener) => ipcRenderer.off(channel, listener),
    /** @param {string} channel */
    removeAllListeners(channel) {
      listeners.delete(channel)
      return ipcRenderer
    }
  })

  /** @param {ToPage} message */
  function receive(message) {
    switch (message.kind) {
      case 'message': {
        const event = { sender: ipcRenderer, ports: [] }
        for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args)
        return
      }
      case 'reply':
        calls.get(message.number)?.resolve(message.value)
        calls.delete(message.number)
        return
      case 'failure':
        calls.get(message.number)?.reject(message.error)
        calls.delete(message.number)
        return
      case 'file-paths':
        filePaths = message.paths
    }
  }

  /** @type {string[]} */
  const pieces = []
  world[info.receiver] = (/** @type {string} */ piece, /** @type {boolean} */ isLast) => {
    pieces.push(piece)
    if (isLast) receive(/** @type {ToPage} */ (codec.decode(pieces.splice(0).join(''))))
  }

  const bridge = worldBridge(info.channels.toPage, info.channels.toPreload, () => {})
  const electron = strict('electron', {
    ipcRenderer,
    contextBridge: strict('contextBridge', { exposeInMainWorld: bridge.hand }),
    webUtils: strict('webUtils', {
      /** @param {File} file */
      getPathForFile: file => filePaths.get(file.name) ?? ''
    })
  })

  tell({ kind: 'hello' })
  watchPage(tell)
  return {
    process: strict('process', { ...info.process }),
    /** @param {unknown} error */
    onPreloadError: error => tell({ kind: 'preload-error', error }),
    /** @param {string} id */
    require(id) {
      if (/^electron(\/(renderer|common))?$/.test(id)) return electron
      throw new Error(`module not found: ${id}`)
    }
  }
}

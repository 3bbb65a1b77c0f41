/** `session.webRequest`: the app looks at requests on their way. `network.mjs` asks. */
import { strict } from '../strict.mjs'

/** @typedef {(details: any, callback: (answer: any) => void) => void} Listener */
/** @typedef {{ url: string, method: string, resourceType: string, webContentsId: number | undefined }} Request */

/** @type {{ beforeRequest: Listener | null, beforeSendHeaders: Listener | null, headersReceived: Listener | null }} */
const listeners = { beforeRequest: null, beforeSendHeaders: null, headersReceived: null }

/** Electron takes a filter first, or none. @param {keyof typeof listeners} moment */
const setter =
  moment =>
  (/** @type {[Listener | null] | [{ urls: string[] }, Listener | null]} */ ...args) => {
    const listener = args.length === 1 ? args[0] : args[1]
    const urls = args.length === 1 ? ['<all_urls>'] : args[0].urls
    listeners[moment] =
      listener &&
      ((details, callback) => (matches(urls, details.url) ? listener(details, callback) : callback({})))
  }

/** @param {readonly string[]} patterns as Chromium's extensions write them @param {string} url */
function matches(patterns, url) {
  return patterns.some(pattern => {
    if (pattern === '<all_urls>') return true
    const source = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
    return new RegExp(`^${source}$`).test(url)
  })
}

/**
 * What the app answers; nothing where it does not listen.
 * @param {keyof typeof listeners} moment @param {object} details
 * @returns {Promise<Record<string, any>>}
 */
export function askWebRequest(moment, details) {
  const listener = listeners[moment]
  return listener ? new Promise(resolve => listener(details, resolve)) : Promise.resolve({})
}

export const webRequest = strict('webRequest', {
  onBeforeRequest: setter('beforeRequest'),
  onBeforeSendHeaders: setter('beforeSendHeaders'),
  onHeadersReceived: setter('headersReceived')
})

/**
 * The app's own schemes. Chromium without Electron opens no unknown scheme, so `app://HOST/path` is
 * `https://HOST.app.localhost/path` in the pages, and is mapped back in all that the main process sees.
 */

/** @typedef {(request: Request) => Response | Promise<Response>} Handler */

/** @type {Map<string, Handler>} */
export const handlers = new Map()

/** @type {Set<string>} */
export const privileged = new Set()

/** @param {string} scheme */
const isOwn = scheme => handlers.has(scheme) || privileged.has(scheme)

/** @param {string} url */
export function toPage(url) {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? []
  return isOwn(scheme) ? `https://${host}.${scheme}.localhost${rest || '/'}` : url
}

/** @param {string} url */
export function fromPage(url) {
  const [, host = '', scheme = '', rest = ''] =
    /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.localhost(?::443)?([/?#].*)?$/i.exec(url) ?? []
  return isOwn(scheme) ? `${scheme}://${host}${rest || '/'}` : url
}

/** As Electron tells the origin of a frame. @param {string} url as the main process sees it */
export function originOf(url) {
  try {
    const { protocol, host } = new URL(url)
    return host === '' ? 'null' : `${protocol}//${host}`
  } catch {
    return 'null'
  }
}

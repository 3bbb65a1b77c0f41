/**
 * All requests of all pages and workers pass here: the app's own schemes are answered by its handlers, navigations are
 * put to the app, and there is no network but for servers on this machine.
 */
import { askWebRequest } from './api/web-request.mjs'
import { windowList } from './api/window-list.mjs'
import { record } from './record.mjs'
import { fromPage, handlers, toPage } from './schemes.mjs'

/** @typedef {import('./chromium/connection.mjs').Session} Session */
/** @typedef {import('./api/web-contents.mjs').WebContents} WebContents */

/**
 * A request that Chromium holds until it is told what to do.
 * @typedef {object} Paused
 * @property {string} requestId
 * @property {string} frameId
 * @property {string} resourceType
 * @property {string} [redirectedRequestId]
 * @property {{ url: string, method: string, headers: Record<string, string>, postDataEntries?: { bytes?: string }[] }} request
 */

const local = /^(file|data|blob|about|devtools|chrome|chrome-error):|^https?:\/\/(127\.0\.0\.1|localhost)[:/]/
/** Responses that may have no body. */
const bodiless = new Set([101, 204, 205, 304])

/** @param {Session} browser */
export async function serveNetwork(browser) {
  browser.on('Fetch.requestPaused', paused => {
    answer(browser, paused).catch((/** @type {unknown} */ error) => {
      // A page that closes takes its requests with it.
      if (/Invalid InterceptionId|has ended/.test(String(error))) return
      record.complaints.push(`${fromPage(paused.request.url)}: ${String(error)}`)
      console.error(`electron stand-in: ${fromPage(paused.request.url)}`, error)
      void refuse(browser, paused, 'Failed').catch(() => {})
    })
  })
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

/** @param {Session} browser @param {Paused} paused @param {'Aborted' | 'BlockedByClient' | 'Failed' | 'InternetDisconnected'} errorReason */
const refuse = (browser, { requestId }, errorReason) =>
  browser.send('Fetch.failRequest', { requestId, errorReason })

/** @param {Session} browser @param {Paused} paused */
async function answer(browser, paused) {
  const { requestId, frameId, resourceType, redirectedRequestId, request } = paused
  const contents = windowList.all().find(window => window.webContents.hasFrame(frameId))?.webContents
  if (resourceType === 'Document') {
    const isRedirect = redirectedRequestId !== undefined
    // Without a window it is a popup's, which is closed before it has begun.
    if (!contents?.allowsNavigation({ frameId, url: request.url, isRedirect }))
      return refuse(browser, paused, 'Aborted')
  }

  // Electron looks for no icon where a page names none.
  if (resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico')
    return browser.send('Fetch.fulfillRequest', { requestId, responseCode: 204 })

  const url = fromPage(request.url)
  const details = {
    url,
    method: request.method,
    resourceType: kindOf(paused, contents),
    webContentsId: contents?.id
  }
  const before = await askWebRequest('beforeRequest', details)
  if (before.cancel === true) return refuse(browser, paused, 'BlockedByClient')
  if (typeof before.redirectURL === 'string')
    return browser.send('Fetch.continueRequest', { requestId, url: toPage(before.redirectURL) })

  const handler = handlers.get(new URL(url).protocol.slice(0, -1))
  if (handler) return fulfil(browser, paused, handler, details)
  if (local.test(request.url)) return browser.send('Fetch.continueRequest', { requestId })
  record.blocked.push(url)
  return refuse(browser, paused, 'InternetDisconnected')
}

/** As Electron calls it. @param {Paused} paused @param {WebContents | undefined} contents */
function kindOf({ resourceType, frameId }, contents) {
  if (resourceType === 'Document') return frameId === contents?.targetId ? 'mainFrame' : 'subFrame'
  return resourceType[0]?.toLowerCase() + resourceType.slice(1)
}

/**
 * @param {Session} browser @param {Paused} paused @param {import('./schemes.mjs').Handler} handler
 * @param {{ url: string, method: string }} details
 */
async function fulfil(browser, paused, handler, details) {
  const { requestId, request } = paused
  const sent = await askWebRequest('beforeSendHeaders', { ...details, requestHeaders: headersOf(paused) })
  if (sent.cancel === true) return refuse(browser, paused, 'BlockedByClient')
  const body = bodyOf(paused)
  const response = await handler(
    new Request(details.url, {
      method: request.method,
      headers: sent.requestHeaders ?? headersOf(paused),
      ...(body ? { body, duplex: 'half' } : {})
    })
  )
  record.served.push({ url: details.url, status: response.status })
  if (response.type === 'error') return refuse(browser, paused, 'Failed')

  const given = Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]]))
  const received = await askWebRequest('headersReceived', {
    ...details,
    statusCode: response.status,
    statusLine: `HTTP/1.1 ${response.status} ${response.statusText}`,
    responseHeaders: given
  })
  if (received.cancel === true) return refuse(browser, paused, 'BlockedByClient')
  /** @type {Record<string, string | string[]>} */
  const headers = received.responseHeaders ?? given
  return browser.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: Object.entries(headers).flatMap(([name, values]) =>
      [values].flat().map(value => ({ name, value }))
    ),
    ...(bodiless.has(response.status)
      ? {}
      : { body: Buffer.from(await response.arrayBuffer()).toString('base64') })
  })
}

/** @param {Paused} paused the page's own addresses in them are mapped back too */
function headersOf({ request }) {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      /^(origin|referer)$/i.test(name) ? fromPage(value).replace(/\/$/, '') : value
    ])
  )
}

/** @param {Paused} paused */
function bodyOf({ request: { postDataEntries = [] } }) {
  const parts = postDataEntries.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'))
  return parts.length === 0 ? undefined : new Uint8Array(Buffer.concat(parts))
}

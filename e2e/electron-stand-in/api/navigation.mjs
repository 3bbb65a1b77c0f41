/** Where a page may go: what the app itself asks for, and what it is asked when the page wants to go elsewhere. */
import { isAllowed, makeEvent } from '../event.mjs'
import { fromPage, toPage } from '../schemes.mjs'

/** @typedef {import('../chromium/page.mjs').Page} Page */
/** @typedef {import('./web-contents.mjs').WebContents} WebContents */

/** As Chromium numbers them. @type {Readonly<Record<string, number>>} */
const errorCodes = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106
}

export class Navigation {
  #contents
  /** Where the page itself wants to go, as Chromium has it. @type {string | undefined} */
  #wanted
  isLoading = false

  /** @param {WebContents} contents */
  constructor(contents) {
    this.#contents = contents
  }

  /** @param {Page} page @param {string} url */
  async load(page, url) {
    const error = await page.navigate(toPage(url))
    if (error === undefined) return
    const code = errorCodes[error] ?? -2
    if (code !== -3) this.#contents.emit('did-fail-load', makeEvent(), code, error, url, true)
    throw Object.assign(new Error(`${error} (${code}) loading '${url}'`), { code: error, errno: code, url })
  }

  /**
   * Whether the app lets a request for a document pass.
   * @param {{ url: string, isMainFrame: boolean, isRedirect: boolean }} request with the address as Chromium has it
   */
  allows({ url, isMainFrame, isRedirect }) {
    const seen = fromPage(url)
    if (!isMainFrame) return isAllowed(this.#contents, 'will-frame-navigate', this.#details(seen, false))
    if (isRedirect)
      return isAllowed(this.#contents, 'will-redirect', this.#details(seen, true), seen, false, true)
    const isOfPage = this.#wanted === url
    this.#wanted = undefined
    if (isOfPage && !this.#mayGo(seen)) return false
    this.isLoading = true
    this.#contents.emit('did-start-loading', makeEvent())
    this.#contents.emit('did-start-navigation', makeEvent(this.#details(seen, true)), seen, false, true)
    return true
  }

  /** The page wants to go somewhere. @param {Page} page @param {string} url */
  onWanted(page, url) {
    if (/^(https?|about|blob|data|javascript):/.test(url)) {
      // Its request comes next, without what is behind the #.
      this.#wanted = url.replace(/#.*/, '')
      return
    }
    // For `mailto:` and our own schemes Chromium has none.
    if (this.#mayGo(url) && toPage(url) !== url) this.load(page, url).catch(() => {})
  }

  /** @param {string} url */
  #mayGo(url) {
    const details = this.#details(url, true)
    return (
      isAllowed(this.#contents, 'will-frame-navigate', details) &&
      isAllowed(this.#contents, 'will-navigate', details, url, false, true)
    )
  }

  /** @param {string} url @param {boolean} isMainFrame */
  #details(url, isMainFrame) {
    const { mainFrame } = this.#contents
    return {
      url,
      isMainFrame,
      isSameDocument: false,
      frame: isMainFrame ? mainFrame : null,
      initiator: mainFrame
    }
  }
}

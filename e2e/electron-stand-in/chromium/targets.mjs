/** Chromium's pages: those that a window asked for are handed to it, any other is closed before it has run. */

/** @typedef {import('./connection.mjs').Connection} Connection */
/** @typedef {import('./connection.mjs').Session} Session */

export class Targets {
  #connection
  #last = 0
  /** By the address with which they are made. @type {Map<string, (session: Session) => void>} */
  #expected = new Map()

  /** @param {Connection} connection */
  constructor(connection) {
    this.#connection = connection
  }

  async watch() {
    const { browser } = this.#connection
    browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const session = this.#connection.session(sessionId)
      const take = this.#expected.get(targetInfo.url)
      this.#expected.delete(targetInfo.url)
      if (take) take(session)
      else void this.#refuse(session, targetInfo.targetId)
    })
    await browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }, { exclude: true }]
    })
  }

  /** A page that waits to be resumed. */
  async create() {
    const url = `about:blank#window-${++this.#last}`
    /** @type {Promise<Session>} */
    const attached = new Promise(resolve => this.#expected.set(url, resolve))
    const { targetId } = await this.#connection.browser.send('Target.createTarget', { url, newWindow: true })
    return { targetId, session: await attached }
  }

  /** @param {Session} session @param {string} targetId */
  async #refuse(session, targetId) {
    await this.#connection.browser.send('Target.closeTarget', { targetId }).catch(() => {})
    // Its opener waits for it to run.
    await session.send('Runtime.runIfWaitingForDebugger').catch(() => {})
  }
}

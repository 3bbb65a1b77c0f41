/** Chromium's DevTools protocol over a pair of pipes: JSON messages that end in a zero byte. */
import { EventEmitter } from 'node:events'

/** @typedef {import('@playwright/test').CDPSession} CDPSession for its types of commands and events */
/** @typedef {{ id?: number, method: string, params: object, result?: object, error?: { message: string }, sessionId?: string }} Message */

/** One target's part of the connection, or the browser's own. */
export class Session {
  #emitter = new EventEmitter()
  /** @type {(method: string, params: object) => Promise<unknown>} */
  #send

  /** @param {(method: string, params: object) => Promise<unknown>} send */
  constructor(send) {
    this.#send = send
  }

  /** @type {CDPSession['send']} */
  send = (method, params) => /** @type {Promise<never>} */ (this.#send(method, params ?? {}))

  on = /** @type {CDPSession['on']} */ (
    /** @type {unknown} */ (
      (/** @type {string} */ name, /** @type {(payload: unknown) => void} */ listener) =>
        void this.#emitter.on(name, listener)
    )
  )

  /** @param {string} name @param {object} payload */
  dispatch(name, payload) {
    this.#emitter.emit(name, payload)
  }
}

export class Connection {
  /** @type {Map<number, { method: string, resolve: (result: unknown) => void, reject: (error: Error) => void }>} */
  #calls = new Map()
  /** @type {Map<string, Session>} */
  #sessions = new Map()
  /** @type {Buffer[]} */
  #parts = []
  #last = 0
  #output

  /** Commands and events of the browser itself. */
  browser = new Session((method, params) => this.#call(method, params))

  /** @param {import('node:stream').Writable} output @param {import('node:stream').Readable} input */
  constructor(output, input) {
    this.#output = output
    input.on('data', chunk => this.#read(chunk))
    input.on('close', () => this.#end())
    // Chromium that has gone is told by the pipe it reads from.
    output.on('error', () => {})
  }

  /** @param {string} sessionId */
  session(sessionId) {
    const known = this.#sessions.get(sessionId)
    if (known) return known
    const session = new Session((method, params) => this.#call(method, params, sessionId))
    this.#sessions.set(sessionId, session)
    return session
  }

  /** @param {string} method @param {object} params @param {string} [sessionId] */
  #call(method, params, sessionId) {
    const id = ++this.#last
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { method, resolve, reject })
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  /** @param {Buffer} chunk */
  #read(chunk) {
    let rest = chunk
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      this.#parts.push(rest.subarray(0, end))
      rest = rest.subarray(end + 1)
      const text = Buffer.concat(this.#parts.splice(0)).toString('utf8')
      this.#handle(JSON.parse(text))
    }
    if (rest.length > 0) this.#parts.push(rest)
  }

  /** @param {Message} message */
  #handle({ id, method, params, result, error, sessionId }) {
    if (id === undefined) {
      const session = sessionId === undefined ? this.browser : this.#sessions.get(sessionId)
      session?.dispatch(method, params)
      return
    }
    const call = this.#calls.get(id)
    this.#calls.delete(id)
    if (error) call?.reject(new Error(`${call.method}: ${error.message}`))
    else call?.resolve(result)
  }

  #end() {
    for (const { method, reject } of this.#calls.values()) reject(new Error(`${method}: Chromium has ended`))
    this.#calls.clear()
  }
}

/**
 * One end of the bridge between a page's own world and the isolated one. Both ends share the document, and nothing
 * else: they talk by events, whose `detail` Chromium copies by structured clone. Functions stay where they are and are
 * called by number, promises are settled by number.
 */

/** @typedef {(...args: unknown[]) => unknown} Fn */
/** @typedef {{ hand: (name: string, value: unknown) => void }} Bridge */

/**
 * Self-contained: its source runs in the page.
 * @param {string} outgoing the name of the events that we send @param {string} incoming of those that we hear
 * @param {(name: string, value: unknown) => void} onHanded told of what the other end hands over
 * @returns {Bridge}
 */
export function worldBridge(outgoing, incoming, onHanded) {
  /** @typedef {{ error: string } | { value: unknown }} Outcome */
  /**
   * @typedef {{ kind: 'call', number: number, target: number, args: unknown[] }
   *   | { kind: 'reply', number: number, outcome: Outcome }
   *   | { kind: 'settle', promise: number, outcome: Outcome }} Message
   */
  /** @typedef {{ resolve: (value: unknown) => void, reject: (error: Error) => void }} Waiting */

  const page = document
  const refusal = 'An object could not be cloned.'
  // No value of the page has a key of this name.
  const mark = `${outgoing < incoming ? outgoing : incoming}-kind`
  /** @type {Fn[]} */
  const functions = []
  /** @type {Map<Fn, number>} */
  const numbers = new Map()
  /** @type {Map<number, Waiting>} */
  const promises = new Map()
  /** @type {Map<number, Outcome>} */
  const replies = new Map()
  let last = 0

  /** @param {Message} message */
  const post = message => page.dispatchEvent(new CustomEvent(outgoing, { detail: message }))

  /** @param {unknown} error */
  const wordsOf = error => (error instanceof Error ? error.message : String(error))

  /** @param {Outcome} outcome */
  function open(outcome) {
    if ('error' in outcome) throw new Error(outcome.error)
    return unpack(outcome.value)
  }

  /** @param {Fn} fn */
  function numberOf(fn) {
    const known = numbers.get(fn)
    if (known !== undefined) return known
    numbers.set(fn, functions.push(fn) - 1)
    return functions.length - 1
  }

  /** @param {PromiseLike<unknown>} promise */
  function track(promise) {
    const number = ++last
    promise.then(
      value => post({ kind: 'settle', promise: number, outcome: packOutcome(() => value) }),
      (/** @type {unknown} */ error) =>
        post({ kind: 'settle', promise: number, outcome: { error: wordsOf(error) } })
    )
    return number
  }

  /** Objects that structured clone copies whole. @param {object} value */
  const isCopied = value =>
    !['Object', 'Array', 'Module'].includes(Object.prototype.toString.call(value).slice(8, -1))

  /**
   * A copy with each function and promise as its number; what is in it twice stays the same object.
   * @param {unknown} value @param {Map<object, unknown>} [seen] @returns {unknown}
   */
  function pack(value, seen = new Map()) {
    if (typeof value === 'function')
      return { [mark]: 'function', number: numberOf(/** @type {Fn} */ (value)) }
    if (typeof value === 'symbol') throw new Error(refusal)
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Promise) return { [mark]: 'promise', number: track(value) }
    if (value instanceof Error) return { [mark]: 'error', message: value.message }
    return rebuilt(value, seen, pack)
  }

  /**
   * @param {object} value @param {Map<object, unknown>} seen
   * @param {(value: unknown, seen: Map<object, unknown>) => unknown} each what becomes of that within it
   */
  function rebuilt(value, seen, each) {
    if (isCopied(value)) return value
    if (seen.has(value)) return seen.get(value)
    const made = /** @type {Record<string, unknown>} */ (Array.isArray(value) ? [] : {})
    seen.set(value, made)
    for (const [key, item] of Object.entries(value))
      Object.defineProperty(made, key, {
        value: each(item, seen),
        configurable: true,
        enumerable: true,
        writable: true
      })
    return made
  }

  /** @param {() => unknown} produce @returns {Outcome} */
  function packOutcome(produce) {
    try {
      return { value: pack(produce()) }
    } catch (error) {
      return { error: wordsOf(error) }
    }
  }

  /** @param {unknown} value @param {Map<object, unknown>} [seen] @returns {unknown} */
  function unpack(value, seen = new Map()) {
    if (typeof value !== 'object' || value === null) return value
    if (mark in value) return unpackMarked(/** @type {Record<string, unknown>} */ (value))
    return rebuilt(value, seen, unpack)
  }

  /** @param {Record<string, unknown>} marked */
  function unpackMarked(marked) {
    const number = Number(marked.number)
    switch (marked[mark]) {
      case 'function':
        return (/** @type {unknown[]} */ ...args) => call(number, args)
      case 'promise':
        return new Promise((resolve, reject) => promises.set(number, { resolve, reject }))
      default:
        return new Error(String(marked.message))
    }
  }

  /** @param {number} target @param {unknown[]} args */
  function call(target, args) {
    const number = ++last
    // The other end answers before this returns.
    post({ kind: 'call', number, target, args: args.map(arg => pack(arg)) })
    const outcome = replies.get(number)
    replies.delete(number)
    // What can't be cloned arrives as null, and is not answered.
    if (!outcome) throw new Error(refusal)
    return open(outcome)
  }

  /** @param {Message} message */
  function receive(message) {
    switch (message.kind) {
      case 'call': {
        const outcome = packOutcome(() =>
          functions[message.target]?.(...message.args.map(arg => unpack(arg)))
        )
        post({ kind: 'reply', number: message.number, outcome })
        return
      }
      case 'reply':
        replies.set(message.number, message.outcome)
        return
      case 'settle': {
        const waiting = promises.get(message.promise)
        promises.delete(message.promise)
        try {
          waiting?.resolve(open(message.outcome))
        } catch (error) {
          waiting?.reject(/** @type {Error} */ (error))
        }
      }
    }
  }

  page.addEventListener(incoming, event => {
    const message = /** @type {CustomEvent<Message | null>} */ (event).detail
    if (message) receive(message)
  })

  // Number 0 at both ends.
  numberOf((name, value) => onHanded(String(name), value))
  return { hand: (name, value) => void call(0, [name, value]) }
}

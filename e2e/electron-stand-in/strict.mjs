/**
 * What makes the stand-in refuse instead of pretending: a member that it lacks, and an event that it does not know,
 * throw. So a pass says that the app asked for nothing unknown.
 */
import { EventEmitter } from 'node:events'

/** Read by Node, promises, JSON and inspectors on any object. */
const askedByTheLanguage = new Set(['then', 'toJSON', 'domain', 'inspect', 'length', 'name'])

/** @param {string} what @returns {never} */
export function notImplemented(what) {
  throw new Error(`electron stand-in: ${what} is not implemented`)
}

/**
 * A prototype whose unknown members throw. At the end of the chain rather than around the object, so that `this`
 * stays the object itself, with its private fields.
 * @param {string} name @param {object} end what the chain ended in
 */
function refusing(name, end) {
  return new Proxy(end, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || askedByTheLanguage.has(key))
        return Reflect.get(target, key, receiver)
      return notImplemented(`${name}.${key}`)
    },
    getPrototypeOf: target => target
  })
}

/**
 * @template {object} T
 * @param {string} name as in "electron stand-in: NAME.x is not implemented" @param {T} api
 * @returns {T}
 */
export function strict(name, api) {
  return Object.setPrototypeOf(api, refusing(name, Object.prototype))
}

/**
 * The same for the objects of a class that extends `Emitter`, and for its static members.
 * @param {string} name @param {(new (...args: never[]) => Emitter) & { prototype: Emitter }} type
 */
export function strictClass(name, type) {
  Object.setPrototypeOf(type, refusing(name, Object.getPrototypeOf(type)))
  // The class next to EventEmitter, which is where the chain of objects ends for us.
  let { prototype } = type
  while (Object.getPrototypeOf(prototype) !== Emitter.prototype) prototype = Object.getPrototypeOf(prototype)
  Object.setPrototypeOf(prototype, refusing(name, Emitter.prototype))
}

const leftWhenDestroyed = new Set([
  ...['constructor', 'isDestroyed', 'emit', 'on', 'once', 'off', 'addListener', 'removeListener'],
  ...['removeAllListeners', 'listenerCount', '_events', '_eventsCount', '_maxListeners', 'domain']
])

/** From here on its members throw, as those of Electron's objects do that have been destroyed. @param {Emitter} object */
export function markDestroyed(object) {
  const prototype = new Proxy(Object.getPrototypeOf(object), {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || leftWhenDestroyed.has(key)) return Reflect.get(target, key, receiver)
      throw new TypeError('Object has been destroyed')
    }
  })
  Object.setPrototypeOf(object, prototype)
}

/** An emitter that refuses listeners for events which it does not know. */
export class Emitter extends EventEmitter {
  /** @type {readonly string[]} */
  static known = []

  /** @param {string | symbol} name */
  #check(name) {
    const { known } = /** @type {typeof Emitter} */ (this.constructor)
    if (typeof name === 'symbol' || name === 'newListener' || name === 'removeListener') return
    if (!known.includes(name)) notImplemented(`the event '${name}' of ${this.constructor.name}`)
  }

  /** @override @param {string | symbol} name @param {(...args: any[]) => void} listener */
  on(name, listener) {
    this.#check(name)
    return super.on(name, listener)
  }

  /** @override @param {string | symbol} name @param {(...args: any[]) => void} listener */
  addListener(name, listener) {
    this.#check(name)
    return super.addListener(name, listener)
  }
}

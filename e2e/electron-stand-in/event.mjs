/**
 * What listeners are handed first; `preventDefault` is what they answer with.
 * @template {object} [T={}]
 * @param {T} [more]
 * @returns {T & { defaultPrevented: boolean, preventDefault: () => void }}
 */
export function makeEvent(more = /** @type {T} */ ({})) {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
    ...more
  }
}

/**
 * Emits an event that can be prevented; true if nobody did.
 * @param {import('node:events').EventEmitter} emitter @param {string} name
 * @param {object} details stands on the event itself @param {unknown[]} args
 */
export function isAllowed(emitter, name, details, ...args) {
  const event = makeEvent(details)
  emitter.emit(name, event, ...args)
  return !event.defaultPrevented
}

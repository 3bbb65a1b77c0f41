/** Structured clone for a channel of text: what `postMessage` could carry, written as JSON. */

/** @typedef {{ encode: (value: unknown) => string, decode: (text: string) => unknown }} Codec */

/** Self-contained: its source also runs in the page. @returns {Codec} */
export function makeCodec() {
  /** Anything but these is a tagged list: `[tag, …]`. @typedef {string | number | boolean | null} Plain */
  /** @typedef {Plain | [string, ...unknown[]]} Coded */

  const refusal = 'An object could not be cloned.'
  const viewTypes = {
    Uint8Array,
    Uint8ClampedArray,
    Int8Array,
    Uint16Array,
    Int16Array,
    Uint32Array,
    Int32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView
  }
  const errorTypes = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }
  /** @typedef {keyof typeof viewTypes} ViewName */

  /** @param {object} value */
  const tagOf = value => Object.prototype.toString.call(value).slice(8, -1)

  /** @param {Uint8Array} bytes @returns {string} */
  function toBase64(bytes) {
    if (typeof Buffer !== 'undefined')
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
    return /** @type {Uint8Array & { toBase64(): string }} */ (bytes).toBase64()
  }

  /** @param {string} text @returns {ArrayBuffer} */
  function fromBase64(text) {
    if (typeof Buffer !== 'undefined') return new Uint8Array(Buffer.from(text, 'base64')).buffer
    return /** @type {typeof Uint8Array & { fromBase64(text: string): Uint8Array<ArrayBuffer> }} */ (
      Uint8Array
    ).fromBase64(text).buffer
  }

  /** @param {unknown} root */
  function encode(root) {
    /** @type {Map<object, number>} */
    const seen = new Map()

    /** @param {object} value @returns {Coded} */
    function encodeObject(value) {
      const known = seen.get(value)
      if (known !== undefined) return ['again', known]
      seen.set(value, seen.size)
      if (Array.isArray(value)) return ['list', ...value.map(encodeValue)]
      if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
        const name = tagOf(value)
        return ['view', name in viewTypes ? name : 'Uint8Array', toBase64(bytes)]
      }
      if (value instanceof Map)
        return ['map', ...[...value].map(([key, item]) => [encodeValue(key), encodeValue(item)])]
      if (value instanceof Set) return ['set', ...[...value].map(encodeValue)]
      if (value instanceof Date) return ['date', value.getTime()]
      if (value instanceof RegExp) return ['pattern', value.source, value.flags]
      if (value instanceof Error) return ['error', value.name, value.message, value.stack ?? '']
      const tag = tagOf(value)
      if (tag === 'ArrayBuffer')
        return ['buffer', toBase64(new Uint8Array(/** @type {ArrayBuffer} */ (value)))]
      if (['Promise', 'WeakMap', 'WeakSet', 'WeakRef', 'Window', 'Generator'].includes(tag))
        throw new Error(refusal)
      return ['object', ...Object.entries(value).map(([key, item]) => [key, encodeValue(item)])]
    }

    /** @param {unknown} value @returns {Coded} */
    function encodeValue(value) {
      switch (typeof value) {
        case 'string':
        case 'boolean':
          return value
        case 'number':
          return Number.isFinite(value) && !Object.is(value, -0)
            ? value
            : ['number', Object.is(value, -0) ? '-0' : String(value)]
        case 'undefined':
          return ['undefined']
        case 'bigint':
          return ['bigint', String(value)]
        case 'object':
          return value === null ? null : encodeObject(value)
        default:
          throw new Error(refusal)
      }
    }

    return JSON.stringify(encodeValue(root))
  }

  /** @param {string} text @returns {unknown} */
  function decode(text) {
    /** @type {object[]} */
    const seen = []

    /** @template {object} T @param {T} value @returns {T} */
    function keep(value) {
      seen.push(value)
      return value
    }

    /** @param {Coded} coded @returns {unknown} */
    function decodeValue(coded) {
      if (coded === null || typeof coded !== 'object') return coded
      const [tag, ...parts] = coded
      const texts = /** @type {string[]} */ (parts)
      const items = /** @type {Coded[]} */ (parts)
      const pairs = /** @type {[Coded, Coded][]} */ (parts)
      switch (tag) {
        case 'undefined':
          return undefined
        case 'number':
          return Number(parts[0])
        case 'bigint':
          return BigInt(texts[0] ?? '')
        case 'again':
          return seen[Number(parts[0])]
        case 'date':
          return keep(new Date(Number(parts[0])))
        case 'pattern':
          return keep(new RegExp(texts[0] ?? '', texts[1]))
        case 'buffer':
          return keep(fromBase64(texts[0] ?? ''))
        case 'view': {
          const View = /** @type {new (buffer: ArrayBuffer) => ArrayBufferView} */ (
            viewTypes[/** @type {ViewName} */ (texts[0])]
          )
          return keep(new View(fromBase64(texts[1] ?? '')))
        }
        case 'error': {
          const types = /** @type {Record<string, ErrorConstructor | undefined>} */ (errorTypes)
          const error = keep(new (types[texts[0] ?? ''] ?? Error)(texts[1]))
          error.stack = texts[2] ?? ''
          return error
        }
        case 'list': {
          const list = keep(/** @type {unknown[]} */ ([]))
          for (const item of items) list.push(decodeValue(item))
          return list
        }
        case 'map': {
          const map = keep(new Map())
          for (const [key, item] of pairs) map.set(decodeValue(key), decodeValue(item))
          return map
        }
        case 'set': {
          const set = keep(new Set())
          for (const item of items) set.add(decodeValue(item))
          return set
        }
        default: {
          const object = keep(/** @type {Record<string, unknown>} */ ({}))
          // As structured clone does: an own property, even where it is called __proto__.
          for (const [key, item] of pairs)
            Object.defineProperty(object, String(key), {
              value: decodeValue(item),
              configurable: true,
              enumerable: true,
              writable: true
            })
          return object
        }
      }
    }

    return decodeValue(JSON.parse(text))
  }

  return { encode, decode }
}

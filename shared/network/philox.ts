import { at } from './nd-array'

/** The names of a sequence of random numbers: a block's path and draw, or a plain number. */
export type Stream = string | number

/**
 * Philox4x32-10, a counter-based generator: J. K. Salmon et al., "Parallel random numbers: as easy as
 * 1, 2, 3", SC 2011. Writes the four words that belong to `counter` and `key` to `out` at `offset`.
 */
export function philox(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Uint32Array,
  offset: number
): void {
  for (let round = 0; round < 10; round++) {
    const high0 = highWord(0xd2511f53, c0)
    const high1 = highWord(0xcd9e8d57, c2)
    const low0 = Math.imul(0xd2511f53, c0)
    const low1 = Math.imul(0xcd9e8d57, c2)
    c0 = high1 ^ c1 ^ k0
    c1 = low1
    c2 = high0 ^ c3 ^ k1
    c3 = low0
    k0 = (k0 + 0x9e3779b9) | 0
    k1 = (k1 + 0xbb67ae85) | 0
  }
  out[offset] = c0
  out[offset + 1] = c1
  out[offset + 2] = c2
  out[offset + 3] = c3
}

/** The upper 32 bits of the product of two unsigned 32-bit numbers, by halves of 16 bits. */
function highWord(a: number, b: number): number {
  const aLow = a & 0xffff
  const aHigh = a >>> 16
  const bLow = b & 0xffff
  const bHigh = b >>> 16
  const middle = (aHigh * bLow + ((aLow * bLow) >>> 16)) >>> 0
  const carry = (aLow * bHigh + (middle & 0xffff)) >>> 0
  return (aHigh * bHigh + (middle >>> 16) + (carry >>> 16)) | 0
}

/**
 * `count` unsigned 32-bit words that depend on nothing but (seed, step, stream, time) and their index:
 * key = (seed, first hash of the stream), counter = (index / 4, step, time, second hash). Word by word the
 * same in every engine. `time` tells apart the steps of a scan.
 */
export function randomWords(
  seed: number,
  step: number,
  stream: Stream,
  count: number,
  time = 0
): Uint32Array {
  const blocks = Math.ceil(count / 4)
  const words = new Uint32Array(blocks * 4)
  const [first, second] = hashesOf(stream)
  for (let i = 0; i < blocks; i++) philox(i, step, time, second, seed, first, words, i * 4)
  return words.subarray(0, count)
}

/** Values in [0, 1), multiples of 2⁻²⁴, so that they are exact in float32. */
export function uniforms(seed: number, step: number, stream: Stream, count: number, time = 0): Float32Array {
  const words = randomWords(seed, step, stream, count, time)
  const values = new Float32Array(count)
  for (let i = 0; i < count; i++) values[i] = (at(words, i) >>> 8) * 2 ** -24
  return values
}

/** Standard normal values: Box and Muller on pairs of `uniforms`. */
export function normals(seed: number, step: number, stream: Stream, count: number, time = 0): Float64Array {
  const pairs = Math.ceil(count / 2)
  const u = uniforms(seed, step, stream, pairs * 2, time)
  const values = new Float64Array(pairs * 2)
  for (let i = 0; i < pairs * 2; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - at(u, i)))
    const angle = 2 * Math.PI * at(u, i + 1)
    values[i] = radius * Math.cos(angle)
    values[i + 1] = radius * Math.sin(angle)
  }
  return values.subarray(0, count)
}

/** The numbers 0 to n − 1 shuffled (Fisher and Yates); `step` may be the epoch. */
export function permutation(seed: number, stream: Stream, n: number, step = 0): Int32Array {
  const words = randomWords(seed, step, stream, n)
  const order = Int32Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor((at(words, i) / 2 ** 32) * (i + 1))
    const kept = at(order, i)
    order[i] = at(order, j)
    order[j] = kept
  }
  return order
}

/** Two words for a stream: a number's lower and upper half, or FNV-1a of a text from two starting points. */
function hashesOf(stream: Stream): readonly [number, number] {
  if (typeof stream === 'number') return [stream >>> 0, Math.floor(stream / 2 ** 32) >>> 0]
  let first = 0x811c9dc5
  let second = 0x050c5d1f
  for (let i = 0; i < stream.length; i++) {
    const code = stream.charCodeAt(i)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second ^ code, 0x01000193)
  }
  return [first >>> 0, second >>> 0]
}

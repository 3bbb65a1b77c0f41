import type { Random } from './random'

/** Bytes that readers trip over: ends of numbers, signs of formats, control characters, halves of UTF-8. */
const odd = [0x00, 0x01, 0x0a, 0x1f, 0x22, 0x2c, 0x5b, 0x5c, 0x7b, 0x7d, 0x7f, 0x80, 0xc0, 0xed, 0xfe, 0xff]

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array

const flipBit: Mutation = (bytes, random) => {
  const at = random.below(bytes.length)
  const changed = bytes.slice()
  changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8))
  return changed
}

const setByte: Mutation = (bytes, random) => {
  const changed = bytes.slice()
  changed[random.below(bytes.length)] = random.pick(odd)
  return changed
}

/** A number of 2, 4 or 8 bytes, as large or as small as it can be: sizes and offsets of formats. */
const setNumber: Mutation = (bytes, random) => {
  const changed = bytes.slice()
  const fill = random.pick([0x00, 0x7f, 0xff])
  const at = random.below(bytes.length)
  changed.fill(fill, at, at + random.pick([2, 4, 8]))
  return changed
}

const cutEnd: Mutation = (bytes, random) => bytes.slice(0, random.below(bytes.length))

const cutOut: Mutation = (bytes, random) => {
  const [from, to] = span(bytes, random)
  return joined(bytes.subarray(0, from), bytes.subarray(to))
}

const repeat: Mutation = (bytes, random) => {
  const [from, to] = span(bytes, random)
  return joined(bytes.subarray(0, to), bytes.subarray(from))
}

/** Puts a piece of the file somewhere else in it. */
const move: Mutation = (bytes, random) => {
  const [from, to] = span(bytes, random)
  const at = random.below(bytes.length)
  return joined(bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at))
}

const insert: Mutation = (bytes, random) => {
  const at = random.below(bytes.length)
  const more = Uint8Array.from({ length: 1 + random.below(8) }, () => random.pick(odd))
  return joined(bytes.subarray(0, at), more, bytes.subarray(at))
}

const mutations = [flipBit, setByte, setNumber, cutEnd, cutOut, repeat, move, insert]

/** The bytes of a file, damaged in one to four places. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let changed = bytes
  for (let times = 1 + random.below(4); times > 0 && changed.length > 0; times--)
    changed = random.pick(mutations)(changed, random)
  return changed
}

function span(bytes: Uint8Array, random: Random): readonly [from: number, to: number] {
  const from = random.below(bytes.length)
  return [from, from + 1 + random.below(Math.min(200, bytes.length - from))]
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

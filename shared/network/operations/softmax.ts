import { at, lengthOf, zeros, type NdArray } from '../nd-array'
import type { ArrayType } from '../program'
import { expect, single, typeText } from './operation'

interface AxisAttributes {
  readonly axis: number
}

function softmaxType(x: ArrayType, { axis }: AxisAttributes): ArrayType {
  expect(x.dtype === 'float32', () => `takes float32, got ${typeText(x)}: cast it first`)
  expect(
    Number.isInteger(axis) && axis >= 0 && axis < x.shape.length,
    () => `${typeText(x)} has no axis ${axis}`
  )
  return { shape: x.shape, dtype: 'float32' }
}

/** Computes each line along `axis` of a new array from the same lines of others. */
function alongLines(
  axis: number,
  arrays: readonly [NdArray, ...NdArray[]],
  f: (...lines: readonly (readonly number[])[]) => readonly number[]
): NdArray {
  const { shape } = arrays[0]
  const result = zeros(shape)
  const [length, stride] = [at(shape, axis), lengthOf(shape.slice(axis + 1))]
  for (let i = 0; i < result.data.length; i++) {
    if (Math.floor(i / stride) % length !== 0) continue
    const places = Array.from({ length }, (_, k) => i + k * stride)
    const line = f(...arrays.map(array => places.map(p => at(array.data, p))))
    places.forEach((p, k) => (result.data[p] = at(line, k)))
  }
  return result
}

const total = (line: readonly number[]): number => line.reduce((sum, v) => sum + v, 0)

/** log Σ exp(x), with the largest taken out so that nothing overflows. */
export function logSumExp(line: readonly number[]): number {
  const most = line.reduce((a, b) => Math.max(a, b), -Infinity)
  return most + Math.log(total(line.map(v => Math.exp(v - most))))
}

export function softmaxLine(line: readonly number[]): readonly number[] {
  const most = line.reduce((a, b) => Math.max(a, b), -Infinity)
  const powers = line.map(v => Math.exp(v - most))
  const sum = total(powers)
  return powers.map(p => p / sum)
}

export const softmax = single<AxisAttributes, 1>(1, {
  type: ([x], attributes) => softmaxType(x, attributes),
  forward: ([x], { axis }) => alongLines(axis, [x], (line = []) => softmaxLine(line)),
  gradient: (g, _, y, { axis }) => [
    alongLines(axis, [g, y], (gs = [], ys = []) => {
      const shared = total(gs.map((v, i) => v * at(ys, i)))
      return gs.map((v, i) => at(ys, i) * (v - shared))
    })
  ],
  flops: (_, y) => 5 * lengthOf(y.shape)
})

export const logSoftmax = single<AxisAttributes, 1>(1, {
  type: ([x], attributes) => softmaxType(x, attributes),
  forward: ([x], { axis }) =>
    alongLines(axis, [x], (line = []) => {
      const scale = logSumExp(line)
      return line.map(v => v - scale)
    }),
  gradient: (g, _, y, { axis }) => [
    alongLines(axis, [g, y], (gs = [], ys = []) => {
      const sum = total(gs)
      return gs.map((v, i) => v - Math.exp(at(ys, i)) * sum)
    })
  ],
  flops: (_, y) => 5 * lengthOf(y.shape)
})

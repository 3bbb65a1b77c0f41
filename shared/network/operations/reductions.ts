import { addAt, at, fill, lengthOf, positions, stridesOf, zeros, type NdArray } from '../nd-array'
import type { ArrayType, ReductionAttributes } from '../program'
import { expect, single, typeText } from './operation'

function reductionType(x: ArrayType, { axes, keepDims }: ReductionAttributes): ArrayType {
  expect(
    new Set(axes).size === axes.length &&
      axes.every(a => Number.isInteger(a) && a >= 0 && a < x.shape.length),
    () => `axes [${axes}] must be different and among the ${x.shape.length} of ${typeText(x)}`
  )
  const shape = keepDims
    ? x.shape.map((d, axis) => (axes.includes(axis) ? 1 : d))
    : x.shape.filter((_, axis) => !axes.includes(axis))
  return { shape, dtype: x.dtype }
}

/** For each position of x, the position of the result to which it goes. */
function targets(x: ArrayType, axes: readonly number[]): Int32Array {
  const kept = stridesOf(x.shape.map((d, axis) => (axes.includes(axis) ? 1 : d)))
  return positions(
    x.shape,
    kept.map((stride, axis) => (axes.includes(axis) ? 0 : stride))
  )
}

/** How many numbers come together in one. */
function count(x: ArrayType, axes: readonly number[]): number {
  return lengthOf(axes.map(axis => at(x.shape, axis)))
}

function total(x: NdArray, attributes: ReductionAttributes): NdArray {
  const { shape, dtype } = reductionType(x, attributes)
  const y = zeros(shape, dtype)
  targets(x, attributes.axes).forEach((o, i) => addAt(y.data, o, at(x.data, i)))
  return y
}

export const sum = single<ReductionAttributes, 1>(1, {
  type: ([x], attributes) => reductionType(x, attributes),
  forward: ([x], attributes) => total(x, attributes),
  gradient: (g, [x], _, { axes }) => {
    const to = targets(x, axes)
    return [fill(x.shape, i => at(g.data, at(to, i)))]
  },
  flops: ([x]) => lengthOf(x.shape)
})

export const mean = single<ReductionAttributes, 1>(1, {
  type: ([x], attributes) => {
    expect(x.dtype === 'float32', () => `takes float32, got ${typeText(x)}: cast it first`)
    return reductionType(x, attributes)
  },
  forward: ([x], attributes) => {
    const y = total(x, attributes)
    return fill(y.shape, i => at(y.data, i) / count(x, attributes.axes))
  },
  gradient: (g, [x], _, { axes }) => {
    const to = targets(x, axes)
    return [fill(x.shape, i => at(g.data, at(to, i)) / count(x, axes))]
  },
  flops: ([x]) => lengthOf(x.shape)
})

/** The largest over axes; the gradient is shared out among equals. */
export const maxOf = single<ReductionAttributes, 1>(1, {
  type: ([x], attributes) => reductionType(x, attributes),
  forward: ([x], attributes) => {
    const { shape, dtype } = reductionType(x, attributes)
    const most = new Float64Array(lengthOf(shape)).fill(-Infinity)
    targets(x, attributes.axes).forEach((o, i) => {
      most[o] = Math.max(at(most, o), at(x.data, i))
    })
    return fill(shape, i => at(most, i), dtype)
  },
  gradient: (g, [x], y, { axes }) => {
    const to = targets(x, axes)
    const winners = zeros(y.shape)
    const wins = (i: number): boolean => at(x.data, i) === at(y.data, at(to, i))
    to.forEach((o, i) => addAt(winners.data, o, wins(i) ? 1 : 0))
    return [fill(x.shape, i => (wins(i) ? at(g.data, at(to, i)) / at(winners.data, at(to, i)) : 0))]
  },
  flops: ([x]) => lengthOf(x.shape)
})

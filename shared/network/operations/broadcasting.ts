import { addAt, at, positions, stridesOf, zeros, type NdArray } from '../nd-array'
import { expect } from './operation'

/** The common shape of operands, as numpy finds it: from the last axis on, lengths agree or one of them is 1. */
export function broadcastShapes(...shapes: readonly (readonly number[])[]): readonly number[] {
  const rank = Math.max(...shapes.map(s => s.length))
  return Array.from({ length: rank }, (_, axis) => {
    const lengths = shapes.map(s => s[s.length - rank + axis] ?? 1)
    const length = lengths.find(d => d !== 1) ?? 1
    expect(
      lengths.every(d => d === 1 || d === length),
      () =>
        `shapes ${shapes.map(s => `[${s}]`).join(' and ')} do not go together: from the last axis on, lengths must agree or be 1`
    )
    return length
  })
}

/** For each position in `to`, the position in `from` that is repeated there. */
export function broadcastPositions(from: readonly number[], to: readonly number[]): Int32Array {
  const own = stridesOf(from)
  const lead = to.length - from.length
  return positions(
    to,
    to.map((_, axis) => (axis < lead || from[axis - lead] === 1 ? 0 : at(own, axis - lead)))
  )
}

/** Sums `array` over the axes along which `shape` was repeated: the gradient of broadcasting. */
export function sumTo(array: NdArray, shape: readonly number[]): NdArray {
  const sum = zeros(shape)
  broadcastPositions(shape, array.shape).forEach((p, i) => addAt(sum.data, p, at(array.data, i)))
  return sum
}

import type { DType } from '../blocks/tensor-type'
import type { ArrayType } from './program'

export type Numbers = Float64Array | Float32Array | Int32Array

/**
 * Numbers in row-major order. The interpreter computes dtype float32 in a `Float64Array`, so that it can
 * be trusted as the reference; what it is fed may as well be a `Float32Array`.
 */
export interface NdArray extends ArrayType {
  readonly data: Numbers
}

export function lengthOf(shape: readonly number[]): number {
  return shape.reduce((n, d) => n * d, 1)
}

export function zeros(shape: readonly number[], dtype: DType = 'float32'): NdArray {
  const length = lengthOf(shape)
  return { shape, dtype, data: dtype === 'int32' ? new Int32Array(length) : new Float64Array(length) }
}

/** An array of `shape` holding `numbers`; throws where their count does not fit. */
export function ndArray(
  shape: readonly number[],
  numbers: ArrayLike<number>,
  dtype: DType = 'float32'
): NdArray {
  const array = zeros(shape, dtype)
  if (numbers.length !== array.data.length)
    throw new Error(`[${shape}] holds ${array.data.length} numbers, got ${numbers.length}`)
  array.data.set(numbers)
  return array
}

/** An array of `shape` whose number at each flat position is `f(position)`. */
export function fill(
  shape: readonly number[],
  f: (position: number) => number,
  dtype: DType = 'float32'
): NdArray {
  const array = zeros(shape, dtype)
  for (let i = 0; i < array.data.length; i++) array.data[i] = f(i)
  return array
}

export function at(data: ArrayLike<number>, i: number): number {
  return data[i] as number
}

export function addAt(data: Numbers, i: number, amount: number): void {
  data[i] = at(data, i) + amount
}

/** How far apart neighbours along each axis lie in row-major order. */
export function stridesOf(shape: readonly number[]): readonly number[] {
  return shape.map((_, axis) => lengthOf(shape.slice(axis + 1)))
}

/**
 * The flat positions met when the index runs over `shape` in row-major order and each axis advances by its
 * stride. Broadcasting is a stride of 0, reversing a negative one, a transpose permuted ones.
 */
export function positions(shape: readonly number[], strides: readonly number[], start = 0): Int32Array {
  const found = new Int32Array(lengthOf(shape))
  if (found.length === 0) return found
  let filled = 1
  found[0] = start
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const block = filled
    for (let index = 1; index < at(shape, axis); index++)
      for (let i = 0; i < block; i++) found[filled++] = at(found, i) + index * at(strides, axis)
  }
  return found
}

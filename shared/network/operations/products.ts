import { addAt, at, lengthOf, zeros, type NdArray } from '../nd-array'
import type { ArrayType, Attributes, ConvAttributes } from '../program'
import { broadcastPositions, broadcastShapes } from './broadcasting'
import { expect, single, typeText } from './operation'
import { spatialOf, windowPlaces, windowSource, windowTaps, type Window } from './windows'

/** Is told the flat positions of two factors and of the sum to which their product belongs. */
type Visit = (a: number, b: number, sum: number) => void

function onlyFloats(...types: readonly ArrayType[]): void {
  expect(
    types.every(t => t.dtype === 'float32'),
    () => `takes float32, got ${types.map(typeText).join(' and ')}: cast first`
  )
}

type MatmulAttributes = Attributes['matmul']

/** Rows and columns of a matrix as seen after its transposition, with their strides. */
function sides(
  shape: readonly number[],
  transposed: boolean
): { rows: number; cols: number; row: number; col: number } {
  const [first, last] = [at(shape, shape.length - 2), at(shape, shape.length - 1)]
  return transposed
    ? { rows: last, cols: first, row: 1, col: last }
    : { rows: first, cols: last, row: last, col: 1 }
}

function matmulType(a: ArrayType, b: ArrayType, attributes: MatmulAttributes): ArrayType {
  onlyFloats(a, b)
  expect(
    a.shape.length >= 2 && b.shape.length >= 2,
    () => `takes matrices (two axes or more), got ${typeText(a)} and ${typeText(b)}`
  )
  const left = sides(a.shape, attributes.transposeA)
  const right = sides(b.shape, attributes.transposeB)
  expect(
    left.cols === right.rows,
    () =>
      `${left.rows} × ${left.cols} times ${right.rows} × ${right.cols} does not go (${typeText(a)} and ${typeText(b)})`
  )
  const batch = broadcastShapes(a.shape.slice(0, -2), b.shape.slice(0, -2))
  return { shape: [...batch, left.rows, right.cols], dtype: 'float32' }
}

function eachProduct(
  a: NdArray,
  b: NdArray,
  attributes: MatmulAttributes,
  shape: readonly number[],
  visit: Visit
): void {
  const left = sides(a.shape, attributes.transposeA)
  const right = sides(b.shape, attributes.transposeB)
  const batch = shape.slice(0, -2)
  const matrixA = broadcastPositions(a.shape.slice(0, -2), batch)
  const matrixB = broadcastPositions(b.shape.slice(0, -2), batch)
  for (let m = 0; m < matrixA.length; m++)
    for (let i = 0; i < left.rows; i++)
      for (let j = 0; j < right.cols; j++)
        for (let k = 0; k < left.cols; k++)
          visit(
            at(matrixA, m) * left.rows * left.cols + i * left.row + k * left.col,
            at(matrixB, m) * right.rows * right.cols + k * right.row + j * right.col,
            (m * left.rows + i) * right.cols + j
          )
}

/** Matrix products over the last two axes; the axes before them are broadcast. */
export const matmul = single<MatmulAttributes, 2>(2, {
  type: ([a, b], attributes) => matmulType(a, b, attributes),
  forward: ([a, b], attributes) => {
    const y = zeros(matmulType(a, b, attributes).shape)
    eachProduct(a, b, attributes, y.shape, (i, j, sum) => addAt(y.data, sum, at(a.data, i) * at(b.data, j)))
    return y
  },
  gradient: (g, [a, b], y, attributes) => {
    const [ga, gb] = [zeros(a.shape), zeros(b.shape)]
    eachProduct(a, b, attributes, y.shape, (i, j, sum) => {
      addAt(ga.data, i, at(g.data, sum) * at(b.data, j))
      addAt(gb.data, j, at(g.data, sum) * at(a.data, i))
    })
    return [ga, gb]
  },
  flops: ([a], y, { transposeA }) => 2 * lengthOf(y.shape) * sides(a.shape, transposeA).cols
})

function windowOf(kernel: ArrayType, spatialRank: number, attributes: ConvAttributes): Window {
  expect(
    kernel.shape.length === spatialRank + 2,
    () =>
      `the kernel must be [...${spatialRank} spatial axes, channels in, channels out], got ${typeText(kernel)}`
  )
  const { strides, padding, dilation } = attributes
  return { size: kernel.shape.slice(0, -2), strides, padding, dilation }
}

/**
 * Walks over a convolution between `wide` `[batch, ...spatial, groups · inner]` and `narrow`
 * `[batch, ...places, outer]` by a kernel `[...size, inner, outer]`: conv goes from wide to narrow,
 * convTranspose from narrow to wide.
 */
function eachTap(
  wide: readonly number[],
  kernel: ArrayType,
  narrow: readonly number[],
  attributes: ConvAttributes,
  visit: (wide: number, kernel: number, narrow: number) => void
): void {
  const window = windowOf(kernel, wide.length - 2, attributes)
  const [spatial, places] = [spatialOf(wide), spatialOf(narrow)]
  const taps = windowTaps(spatial, places, window)
  const [placeCount, size] = [lengthOf(places), lengthOf(window.size)]
  const [inner, outer] = [at(kernel.shape, wide.length - 2), at(kernel.shape, wide.length - 1)]
  const outerPerGroup = outer / attributes.groups
  for (let sample = 0; sample < at(wide, 0); sample++)
    for (let place = 0; place < placeCount; place++)
      for (let position = 0; position < size; position++) {
        const tap = at(taps, place * size + position)
        if (tap < 0) continue
        const wideAt = (sample * lengthOf(spatial) + tap) * inner * attributes.groups
        const narrowAt = (sample * placeCount + place) * outer
        for (let i = 0; i < inner; i++)
          for (let o = 0; o < outer; o++)
            visit(
              wideAt + Math.floor(o / outerPerGroup) * inner + i,
              (position * inner + i) * outer + o,
              narrowAt + o
            )
      }
}

function checkGroups(outer: number, groups: number): void {
  expect(
    Number.isInteger(groups) && groups >= 1 && outer % groups === 0,
    () => `${outer} channels can't be split into ${groups} groups`
  )
}

function convType(x: ArrayType, kernel: ArrayType, attributes: ConvAttributes): ArrayType {
  onlyFloats(x, kernel)
  const spatial = spatialOf(x.shape)
  const window = windowOf(kernel, spatial.length, attributes)
  const [inner, outer] = kernel.shape.slice(-2) as [number, number]
  const channels = at(x.shape, x.shape.length - 1)
  checkGroups(outer, attributes.groups)
  expect(
    channels === inner * attributes.groups,
    () => `the kernel expects ${inner * attributes.groups} channels, got ${channels} (${typeText(x)})`
  )
  return { shape: [at(x.shape, 0), ...windowPlaces(spatial, window), outer], dtype: 'float32' }
}

/** Cross-correlation, channels last; the kernel is `[...size, channels in / groups, channels out]`. */
export const conv = single<ConvAttributes, 2>(2, {
  type: ([x, kernel], attributes) => convType(x, kernel, attributes),
  forward: ([x, kernel], attributes) => {
    const y = zeros(convType(x, kernel, attributes).shape)
    eachTap(x.shape, kernel, y.shape, attributes, (i, k, o) =>
      addAt(y.data, o, at(x.data, i) * at(kernel.data, k))
    )
    return y
  },
  gradient: (g, [x, kernel], y, attributes) => {
    const [gx, gk] = [zeros(x.shape), zeros(kernel.shape)]
    eachTap(x.shape, kernel, y.shape, attributes, (i, k, o) => {
      addAt(gx.data, i, at(g.data, o) * at(kernel.data, k))
      addAt(gk.data, k, at(g.data, o) * at(x.data, i))
    })
    return [gx, gk]
  },
  flops: ([, kernel], y) => 2 * lengthOf(y.shape) * lengthOf(kernel.shape.slice(0, -1))
})

function convTransposeType(x: ArrayType, kernel: ArrayType, attributes: ConvAttributes): ArrayType {
  onlyFloats(x, kernel)
  const places = spatialOf(x.shape)
  const window = windowOf(kernel, places.length, attributes)
  const [inner, outer] = kernel.shape.slice(-2) as [number, number]
  const channels = at(x.shape, x.shape.length - 1)
  checkGroups(outer, attributes.groups)
  expect(channels === outer, () => `the kernel expects ${outer} channels, got ${channels} (${typeText(x)})`)
  return {
    shape: [at(x.shape, 0), ...windowSource(places, window), inner * attributes.groups],
    dtype: 'float32'
  }
}

/**
 * The adjoint of `conv` with the same kernel: `[...size, channels out / groups, channels in]`, as Keras
 * stores it. A length L becomes (L − 1) · stride + dilation · (size − 1) + 1 − padding; negative padding
 * adds zeros (an output padding).
 */
export const convTranspose = single<ConvAttributes, 2>(2, {
  type: ([x, kernel], attributes) => convTransposeType(x, kernel, attributes),
  forward: ([x, kernel], attributes) => {
    const y = zeros(convTransposeType(x, kernel, attributes).shape)
    eachTap(y.shape, kernel, x.shape, attributes, (o, k, i) =>
      addAt(y.data, o, at(x.data, i) * at(kernel.data, k))
    )
    return y
  },
  gradient: (g, [x, kernel], y, attributes) => {
    const [gx, gk] = [zeros(x.shape), zeros(kernel.shape)]
    eachTap(y.shape, kernel, x.shape, attributes, (o, k, i) => {
      addAt(gx.data, i, at(g.data, o) * at(kernel.data, k))
      addAt(gk.data, k, at(g.data, o) * at(x.data, i))
    })
    return [gx, gk]
  },
  flops: ([x, kernel]) => 2 * lengthOf(x.shape) * lengthOf(kernel.shape.slice(0, -1))
})

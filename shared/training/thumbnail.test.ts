import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { thumbnailOf } from './thumbnail'

const floats = (...values: number[]): Float32Array => Float32Array.from(values)
const rows = (picture: ReturnType<typeof thumbnailOf>): readonly (readonly number[])[] =>
  picture === null
    ? []
    : Array.from({ length: picture.height }, (_, y) => [
        ...picture.pixels.slice(y * picture.width, (y + 1) * picture.width)
      ])

it('shows an image as it is, from its smallest value to its largest', () => {
  const picture = thumbnailOf({ shape: [2, 3, 1], data: floats(-1, 0, 1, 0, 0, 0) })
  expect(rows(picture)).toEqual([
    [0, 128, 255],
    [128, 128, 128]
  ])
})

it('shows a sequence with time across and features down', () => {
  const picture = thumbnailOf({ shape: [3, 2], data: floats(0, 1, 0, 1, 1, 0) })
  expect(rows(picture)).toEqual([
    [0, 0, 255],
    [255, 255, 0]
  ])
})

it('shows channels side by side, with a line between them', () => {
  const picture = thumbnailOf({ shape: [8, 8, 2], data: Float32Array.from({ length: 128 }, (_, i) => i % 2) })
  expect(picture).toMatchObject({ width: 18, height: 8 })
  expect(rows(picture)[0]).toEqual([...Array<number>(10).fill(0), ...Array<number>(8).fill(255)])
})

it('shows a vector as cells in rows', () => {
  expect(thumbnailOf({ shape: [512], data: new Float32Array(512) })).toMatchObject({ width: 46, height: 12 })
  expect(rows(thumbnailOf({ shape: [3], data: floats(0, 5, 10) }))).toEqual([[0, 128, 255]])
})

it('has nothing to show of no numbers, and shows what is no number as black', () => {
  expect(thumbnailOf({ shape: [2], data: floats(Number.NaN, Number.NaN) })).toBeNull()
  expect(thumbnailOf({ shape: [0], data: floats() })).toBeNull()
  expect(rows(thumbnailOf({ shape: [3], data: floats(Number.NaN, 1, 3) }))).toEqual([[0, 0, 255]])
})

it('fits its place, whatever the shape', () => {
  const anyShape = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 0, maxLength: 3 })
  fc.assert(
    fc.property(anyShape, shape => {
      const size = shape.reduce((n, d) => n * d, 1)
      const picture = thumbnailOf({ shape, data: Float32Array.from({ length: size }, (_, i) => i) })
      expect(picture?.width).toBeLessThanOrEqual(144)
      expect(picture?.height).toBeLessThanOrEqual(36)
      expect(picture?.pixels).toHaveLength((picture?.width ?? 0) * (picture?.height ?? 0))
    })
  )
})

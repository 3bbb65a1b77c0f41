import { expect, it } from 'vitest'
import { fitScale } from './fit-scale'

it.each([
  [1360, 150, 2, 2],
  [1360, 150, 4, 4],
  [8000, 100, 2, 2],
  [10_000, 100, 2, 1.6],
  [8000, 8000, 2, 1],
  [30_000, 100, 2, 0.5],
  [230_000, 144, 2, null],
  [20_000, 20_000, 1, 0.4],
  [24_000, 24_000, 1, null]
])('%d × %d at %d× is drawn at %s', (width, height, wanted, scale) => {
  expect(fitScale(width, height, wanted)).toBe(scale)
})

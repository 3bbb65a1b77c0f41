import { expect, it } from 'vitest'
import { logRange, plotRange } from './plot-range'

it.each([
  [0.1, 2, undefined, [0, 2.1]],
  [0.2, 0.9, 1, [0, 1]],
  [-3, 2, undefined, [-3, 2.1]],
  [0, 0, undefined, [0, 1]],
  [null, null, undefined, [0, 1]],
  [undefined, undefined, undefined, [0, 1]],
  [0, 3e38, undefined, [0, 1e12]],
  [0, Infinity, undefined, [0, 1]],
  [-3e38, -2, undefined, [-1e12, -2.1]]
] as const)('of %d to %d with %s at the top is %j', (min, max, top, range) => {
  expect(plotRange(min, max, top)).toEqual(range)
})

it.each([
  [0.02, 3, [0.01, 10]],
  [1, 10, [1, 10]],
  [0, 2, [1e-9, 10]],
  [null, null, [0.1, 1]],
  [5, Infinity, [0.1, 1]],
  [0, 0, [1e-10, 1e-9]]
] as const)('of %d to %d on a logarithmic scale is %j', (min, max, [low, high]) => {
  expect(logRange(min, max)).toEqual([expect.closeTo(low, 12), expect.closeTo(high, 12)])
})

import { expect, it } from 'vitest'
import { plotRange } from './plot-range'

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

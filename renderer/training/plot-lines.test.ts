import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { aligned, smoothed, thinned, valueAt } from './plot-lines'

const line = (x: number[], y: number[]) => ({ label: '', colour: '', x, y })

it('keeps the lowest and the highest of a long curve, in order, and few points', () => {
  const values = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 500 })
  fc.assert(
    fc.property(values, fc.integer({ min: 2, max: 40 }), (y, limit) => {
      const few = thinned({ x: y.map((_, i) => i), y }, limit)
      expect(few.x.length).toBeLessThanOrEqual(limit + 1)
      expect(Math.min(...few.y)).toBe(Math.min(...y))
      expect(Math.max(...few.y)).toBe(Math.max(...y))
      expect(few.x).toEqual(few.x.toSorted((a, b) => a - b))
      few.x.forEach((x, i) => expect(few.y[i]).toBe(y[x]))
    })
  )
})

it('smooths without a drag towards zero at the beginning', () => {
  expect(smoothed([4, 4, 4], 0.9)).toEqual([4, 4, 4].map(value => expect.closeTo(value, 12) as number))
  expect(smoothed([1, 3], 0)).toEqual([1, 3])
  expect(smoothed([0, 1], 0.5)).toEqual([0, expect.closeTo(2 / 3, 12)])
})

it('brings lines of different steps under one axis', () => {
  expect(aligned([line([1, 3], [5, 6]), line([2, 3], [7, 8])])).toEqual([
    [1, 2, 3],
    [5, null, 6],
    [null, 7, 8]
  ])
  expect(aligned([])).toEqual([[]])
})

it.each([
  [0, null],
  [1, 5],
  [2.9, 5],
  [3, 6],
  [9, 6]
])('says at %d what was said last: %j', (at, value) => {
  expect(valueAt(line([1, 3], [5, 6]), at)).toBe(value)
})

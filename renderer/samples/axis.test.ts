import { describe, expect, it } from 'vitest'
import { roundStep, spanOf, ticksOf, widened } from './axis'

describe('ticksOf', () => {
  it.each([
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-1.2, 1.2, 5, [-1, -0.5, 0, 0.5, 1]],
    [0.1, 6.9, 4, [2, 4, 6]],
    [100, 400, 3, [100, 200, 300, 400]],
    [0.00011, 0.00029, 2, [0.0002]]
  ])('from %d to %d about %d', (from, to, count, ticks) => {
    expect(ticksOf({ from, to }, count)).toEqual(ticks)
  })

  it('gives one for a span of nothing', () => {
    expect(ticksOf({ from: 3, to: 3 }, 5)).toEqual([3])
  })
})

it.each([
  [0.07, 0.1],
  [0.1, 0.1],
  [0.11, 0.2],
  [3, 5],
  [51, 100],
  [0, 0],
  [Infinity, 0]
])('the round step for %d is %d', (rough, step) => {
  expect(roundStep(rough)).toBe(step)
})

it.each([
  [[3, -1, 2], { from: -1, to: 3 }],
  [[5, 5], { from: 4.5, to: 5.5 }],
  [[NaN, 1, Infinity, 2], { from: 1, to: 2 }],
  [[], { from: 0, to: 1 }]
])('the span of %j is %j', (values, span) => {
  expect(spanOf(values)).toEqual(span)
})

it('widens on both sides', () => {
  expect(widened({ from: 0, to: 10 }, 0.1)).toEqual({ from: -1, to: 11 })
})

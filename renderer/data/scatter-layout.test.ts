import fc from 'fast-check'
import { expect, it } from 'vitest'
import { frameOf, nearestTo, nextPoint, type Direction } from './scatter-layout'

const points = [
  { x: 0, y: 0 },
  { x: 1, y: 0.1 },
  { x: 0.5, y: 2 },
  { x: -2, y: 0 }
]

it('all points lie inside, whatever they are, and a unit is as long down as across', () => {
  const number = fc.integer({ min: -1e6, max: 1e6 }).map(thousandths => thousandths / 1000)
  const some = fc.array(fc.record({ x: number, y: number }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(
      some,
      fc.integer({ min: 80, max: 2000 }),
      fc.integer({ min: 80, max: 900 }),
      (all, width, height) => {
        const frame = frameOf(all, width, height)
        for (const { x, y } of all) {
          expect(frame.x(x)).toBeGreaterThanOrEqual(frame.left)
          expect(frame.x(x)).toBeLessThanOrEqual(frame.right)
          expect(frame.y(y)).toBeGreaterThanOrEqual(frame.top)
          expect(frame.y(y)).toBeLessThanOrEqual(frame.bottom)
        }
        expect(frame.x(1) - frame.x(0)).toBeCloseTo(frame.y(0) - frame.y(1), 4)
      }
    )
  )
})

it('names round numbers along the axes', () => {
  const frame = frameOf(points, 300, 300)
  expect(frame.xTicks).toEqual([-2, -1.5, -1, -0.5, 0, 0.5, 1])
  expect(frame.yTicks).toEqual([-0.5, 0, 0.5, 1, 1.5, 2, 2.5])
})

it.each([
  [{ x: 0.9, y: 0 }, 0.5, 1],
  [{ x: 0.1, y: 0.1 }, 0.5, 0],
  [{ x: 5, y: 5 }, 0.5, -1]
])('nearest to %j within %d', (place, reach, at) => {
  expect(nearestTo(points, place, reach)).toBe(at)
})

it.each<[number, Direction, number]>([
  [0, 'right', 1],
  [0, 'left', 3],
  [0, 'up', 1],
  [1, 'up', 2],
  [2, 'down', 1],
  [3, 'left', 3],
  [-1, 'up', 0]
])('from point %d %s to %d', (from, direction, to) => {
  expect(nextPoint(points, from, direction)).toBe(to)
})

it('there is no next point where there is none', () => {
  expect(nextPoint([], -1, 'up')).toBe(-1)
})

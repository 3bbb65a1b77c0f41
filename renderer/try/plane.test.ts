import { describe, expect, it } from 'vitest'
import { channelsOf, gridPoints, paintedPlane, sharesOf, toPicture, withEqualUnits } from './plane'

const unit = { x: { from: 0, to: 1 }, y: { from: 0, to: 1 } }

describe('withEqualUnits', () => {
  it('shows more of the width where the picture is wide', () => {
    expect(withEqualUnits(unit, 2)).toEqual({ x: { from: -0.5, to: 1.5 }, y: unit.y })
  })

  it('shows more of the height where the picture is tall', () => {
    expect(withEqualUnits(unit, 0.5)).toEqual({ x: unit.x, y: { from: -0.5, to: 1.5 } })
  })

  it('leaves columns alone that differ much', () => {
    const plane = { x: { from: 0, to: 100 }, y: unit.y }
    expect(withEqualUnits(plane, 1.5)).toEqual(plane)
  })
})

it('asks about the middles of the cells, from the upper left', () => {
  expect([...gridPoints(unit, { columns: 2, rows: 2 })]).toEqual([
    0.25, 0.75, 0.75, 0.75, 0.25, 0.25, 0.75, 0.25
  ])
})

it('finds a place in the picture', () => {
  expect(toPicture(unit, [0.25, 0.25], { width: 400, height: 200 })).toEqual([100, 150])
})

describe('paintedPlane', () => {
  const [red, blue] = [
    [255, 0, 0],
    [0, 0, 255]
  ] as const
  const white = [255, 255, 255] as const
  const pixel = (...shares: number[]) => [...paintedPlane(shares, [red, blue], white)]

  it('has the colour of the likeliest class', () => {
    const [r = 0, , b = 0] = pixel(0.9, 0.1)
    expect(r).toBeGreaterThan(b)
    const [other = 0, , more = 0] = pixel(0.1, 0.9)
    expect(more).toBeGreaterThan(other)
  })

  it('is stronger the surer it is', () => {
    const green = (...shares: number[]) => pixel(...shares)[1] ?? 0
    expect(green(0.5, 0.5)).toBeGreaterThan(green(0.7, 0.3))
    expect(green(0.7, 0.3)).toBeGreaterThan(green(1, 0))
  })

  it('has a pixel for each point', () => {
    expect(paintedPlane([1, 0, 0, 1, 0.5, 0.5], [red, blue], white)).toHaveLength(12)
  })
})

it.each([
  [[0.25, 1], 2, 2, [0.75, 0.25, 0, 1]],
  [[0.2, 0.8], 2, 1, [0.2, 0.8]],
  [[0.1, 0.2, 0.7], 3, 1, [0.1, 0.2, 0.7]]
])('the shares of %j in %d classes of %d samples are %j', (scores, classes, samples, shares) => {
  expect([...Array.from(sharesOf(scores, classes, samples))]).toEqual(shares)
})

it.each([
  ['#3b56e0', [59, 86, 224]],
  [' #fff', [255, 255, 255]],
  ['#0A0', [0, 170, 0]]
])('the colour %s is %j', (token, channels) => {
  expect(channelsOf(token)).toEqual(channels)
})

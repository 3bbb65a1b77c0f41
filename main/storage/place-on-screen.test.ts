import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canBeReached, placeFor, smallest, type Bounds, type Screen } from './place-on-screen'

const laptop: Screen = { x: 0, y: 25, width: 1440, height: 875 }
const large: Screen = { x: 1440, y: 0, width: 3840, height: 2160 }
const bounds = (x: number, y: number, width = 1000, height = 700): Bounds => ({ x, y, width, height })
const normal = (place: Bounds) => ({ bounds: place, mode: 'normal' as const })

describe('a window that was remembered', () => {
  it.each([
    ['is where it was', [laptop], bounds(100, 100), bounds(100, 100)],
    [
      'is on the second screen',
      [laptop, large],
      bounds(2000, 500, 2000, 1500),
      bounds(2000, 500, 2000, 1500)
    ],
    ['comes back from a screen that is gone', [laptop], bounds(2000, 500), bounds(440, 200)],
    ['gets as large as there is room', [laptop], bounds(2000, 500, 3000, 2000), bounds(0, 25, 1440, 875)],
    ['may reach out of the screen, as it did', [laptop], bounds(1200, 300), bounds(1200, 300)],
    ['but not with all of its title bar', [laptop], bounds(1400, 150), bounds(440, 150)],
    ['nor above it', [laptop], bounds(100, -10), bounds(100, 25)],
    ['nor below it', [laptop], bounds(100, 890), bounds(100, 200)],
    ['may lie over two screens', [laptop, large], bounds(1000, 100), bounds(1000, 100)],
    ['is not too small', [laptop], bounds(100, 100, 10, 10), bounds(100, 100, 480, 360)]
  ] as const)('%s', (_, screens, remembered, expected) => {
    expect(placeFor(screens, normal(remembered), [])).toEqual(normal(expected))
  })

  it('is maximised again, on the screen where it was', () => {
    const remembered = { bounds: bounds(2000, 500), mode: 'maximised' as const }
    expect(placeFor([laptop, large], remembered, [])).toEqual(remembered)
  })
})

describe('a window that is new', () => {
  it('stands in the middle of the main screen', () => {
    expect(placeFor([large, laptop], null, [])).toEqual(normal(bounds(2640, 630, 1440, 900)))
    expect(placeFor([laptop], null, [])).toEqual(normal(laptop))
  })

  it('steps aside from that which was used last, and is not maximised', () => {
    const remembered = { bounds: bounds(0, 30), mode: 'maximised' as const }
    expect(placeFor([laptop], remembered, [bounds(100, 100)])).toEqual(normal(bounds(132, 132)))
  })

  it('steps aside from all', () => {
    const others = [bounds(100, 100), bounds(132, 132)]
    expect(placeFor([laptop], null, others)).toEqual(normal(bounds(164, 164)))
  })

  it('begins at the top again where the screen ends', () => {
    expect(placeFor([laptop], null, [bounds(440, 200)])).toEqual(normal(bounds(0, 25)))
    expect(placeFor([laptop], null, [bounds(440, 200), bounds(0, 25)])).toEqual(normal(bounds(32, 57)))
  })

  it('is somewhere even without a screen', () => {
    expect(placeFor([], null, [])).toEqual(normal(bounds(0, 0, 1440, 900)))
  })
})

describe('whatever was remembered and whatever screens there are', () => {
  const coordinate = fc.integer({ min: -10_000, max: 10_000 })
  const anyBounds = fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: 1, max: 10_000 }),
    height: fc.integer({ min: 1, max: 10_000 })
  })
  const anyScreen = fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: 320, max: 8000 }),
    height: fc.integer({ min: 240, max: 8000 })
  })
  const anyPlace = fc.record({
    bounds: anyBounds,
    mode: fc.constantFrom('normal', 'maximised', 'full-screen')
  })
  const screens = fc.array(anyScreen, { minLength: 1, maxLength: 4 })
  const others = fc.array(anyBounds, { maxLength: 6 })

  it('a window can be taken by its title bar, and fits one of the screens', () => {
    fc.assert(
      fc.property(screens, fc.option(anyPlace), others, (present, remembered, open) => {
        const { bounds: place } = placeFor(present, remembered, open)
        expect(canBeReached(present, place)).toBe(true)
        expect(present.some(({ width, height }) => place.width <= width && place.height <= height)).toBe(true)
        expect(place.width).toBeGreaterThanOrEqual(
          Math.min(smallest.width, ...present.map(({ width }) => width))
        )
      })
    )
  })

  it('a window that is whole on a screen stays where it is', () => {
    const inside = anyScreen.chain(screen =>
      fc
        .record({
          width: fc.integer({ min: Math.min(480, screen.width), max: screen.width }),
          height: fc.integer({ min: Math.min(360, screen.height), max: screen.height })
        })
        .chain(({ width, height }) =>
          fc.record({
            screen: fc.constant(screen),
            place: fc.record({
              x: fc.integer({ min: screen.x, max: screen.x + screen.width - width }),
              y: fc.integer({ min: screen.y, max: screen.y + screen.height - height }),
              width: fc.constant(width),
              height: fc.constant(height)
            })
          })
        )
    )
    fc.assert(
      fc.property(inside, ({ screen, place }) => {
        expect(placeFor([screen], normal(place), [])).toEqual(normal(place))
      })
    )
  })

  it('new windows do not lie exactly on each other while there is room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), count => {
        const open: Bounds[] = []
        for (let index = 0; index < count; index += 1) open.unshift(placeFor([large], null, open).bounds)
        expect(new Set(open.map(({ x, y }) => `${x} ${y}`)).size).toBe(count)
      })
    )
  })
})

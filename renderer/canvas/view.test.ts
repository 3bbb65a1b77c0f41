import { describe, expect, it } from 'vitest'
import { isInSight, openingView, pannedTo, readable } from './view'

const screen = { width: 960, height: 560 }

describe('openingView', () => {
  it('shows what is small at its real size, in the middle', () => {
    expect(openingView({ x: 100, y: 20, width: 200, height: 80 }, screen)).toEqual({
      x: 280,
      y: 220,
      zoom: 1
    })
  })

  it.each([
    { x: 0, y: 0, width: 1300, height: 80 },
    { x: -500, y: 300, width: 300, height: 700 }
  ])('shows all of %o where that can be read', box => {
    const view = openingView(box, screen)
    expect(view.zoom).toBeLessThan(1)
    expect(isInSight(box, view, screen)).toBe(true)
  })

  it('shows the beginning of what is too long, large enough to be read', () => {
    const view = openingView({ x: 40, y: 0, width: 9000, height: 80 }, screen)
    expect(view.zoom).toBe(readable)
    expect(isInSight({ x: 40, y: 0, width: 152, height: 80 }, view, screen)).toBe(true)
  })
})

describe('pannedTo', () => {
  const view = { x: 0, y: 0, zoom: 1 }
  const card = (x: number, y: number) => ({ x, y, width: 152, height: 80 })

  it.each([
    ['nothing where it is in sight', card(100, 100), { x: 0, y: 0 }],
    ['left for what lies right', card(960, 100), { x: -192, y: 0 }],
    ['right for what lies left', card(-200, 100), { x: 240, y: 0 }],
    ['up for what lies below', card(100, 560), { x: 0, y: -120 }],
    [
      'so that the corner of what is too large is seen',
      { x: 50, y: 100, width: 2000, height: 80 },
      { x: -10, y: 0 }
    ]
  ])('moves %s', (_what, box, moved) => {
    expect(pannedTo(box, view, screen)).toEqual({ ...moved, zoom: 1 })
  })
})

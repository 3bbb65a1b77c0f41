import { expect, it } from 'vitest'
import { calloutPlace } from './callout-place'

const words = { width: 260, height: 100 }

it.each<[where: string, x: number, y: number, screen: [number, number], place: [number, number]]>([
  ['below, in the middle', 300, 200, [948, 560], [245, 294]],
  ['below, off the left end', 14, 200, [948, 560], [10, 294]],
  ['below, off the right end', 790, 200, [948, 560], [678, 294]],
  ['below, with just enough room', 300, 356, [948, 560], [245, 450]],
  ['above, with a pixel too little', 300, 357, [948, 560], [245, 243]],
  ['to the right of it', 200, 40, [720, 155], [364, 30]],
  ['to the left of it', 500, 40, [720, 155], [226, 30]],
  ['to the left of it, down from the upper end', 500, 5, [720, 155], [226, 10]],
  ['over a block that has no room beside it', 100, 40, [300, 155], [30, 45]],
  ['of a block that is almost out of sight', 300, 555, [948, 560], [245, 441]],
  ['with its beginning in sight, where it is larger than the canvas', 100, 40, [200, 90], [10, 10]]
])('stands %s', (_where, x, y, [width, height], [left, top]) => {
  expect(calloutPlace({ x, y, width: 150, height: 80 }, words, { width, height })).toEqual({
    x: left,
    y: top
  })
})

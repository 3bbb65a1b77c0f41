import { expect, it } from 'vitest'
import { moved } from './pen'

it.each([
  ['ArrowLeft', { x: 126, y: 140 }],
  ['ArrowRight', { x: 154, y: 140 }],
  ['ArrowUp', { x: 140, y: 126 }],
  ['ArrowDown', { x: 140, y: 154 }],
  ['Enter', null]
])('%s moves the pen to %j', (key, place) => {
  expect(moved({ x: 140, y: 140 }, key)).toEqual(place)
})

it('stays on the pad', () => {
  expect(moved({ x: 12, y: 140 }, 'ArrowLeft')).toEqual({ x: 11, y: 140 })
  expect(moved({ x: 140, y: 268 }, 'ArrowDown')).toEqual({ x: 140, y: 269 })
})

import { expect, it } from 'vitest'
import { placeAfter } from './grid-keys'

it.each([
  ['ArrowRight', 1, 2],
  ['ArrowLeft', 1, 0],
  ['ArrowDown', 1, 4],
  ['ArrowUp', 4, 1],
  ['ArrowRight', 6, 6],
  ['ArrowLeft', 0, 0],
  ['ArrowUp', 1, 1],
  ['ArrowDown', 5, 5],
  ['Home', 5, 0],
  ['End', 0, 6],
  ['Enter', 3, null]
])('%s leads from %d to %s, of seven in rows of three', (key, at, to) => {
  expect(placeAfter(key, at, { across: 3, count: 7 })).toBe(to)
})

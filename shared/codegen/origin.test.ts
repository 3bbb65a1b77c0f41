import { expect, test } from 'vitest'
import { originAt, originOf, placeOf } from './origin'

test.each([
  ['root', 'dense-1', 'dense-1', { network: null, block: 'dense-1' }],
  ['net-unit/0', 'dense-1', 'net-unit/dense-1', { network: 'net-unit', block: 'dense-1' }],
  ['net-unit/12', 'dense-1', 'net-unit/dense-1', { network: 'net-unit', block: 'dense-1' }]
])('a block of the graph %s', (key, block, origin, place) => {
  expect(originOf({ key }, block)).toBe(origin)
  expect(originAt(place)).toBe(origin)
  expect(placeOf(origin)).toEqual(place)
})

import { expect, it } from 'vitest'
import { linesOfBlocks, placeAtLine } from './printed'

const module = {
  text: '',
  lines: new Map([
    ['dense-1', [[3, 4] as const, [9, 9] as const]],
    ['dense-2', [[5, 5] as const]],
    ['net-unit/dense-1', [[12, 13] as const]]
  ])
}

it.each([
  ['both of the root', null, ['dense-1', 'dense-2'], [3, 4, 9, 5]],
  ['one of the same id inside a group', 'net-unit', ['dense-1'], [12, 13]],
  ['one that is gone', null, ['gone'], []]
])('lights the lines of the blocks that are selected: %s', (_, network, blocks, lit) => {
  expect([...linesOfBlocks(module, network, new Set(blocks))]).toEqual(lit)
})

it.each([
  [3, { network: null, block: 'dense-1' }],
  [9, { network: null, block: 'dense-1' }],
  [5, { network: null, block: 'dense-2' }],
  [13, { network: 'net-unit', block: 'dense-1' }],
  [6, null]
])('line %d comes from %o', (line, place) => {
  expect(placeAtLine(module, line)).toEqual(place)
})

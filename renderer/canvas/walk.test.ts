import { expect, it } from 'vitest'
import { network } from '../../shared/graph/testing'
import { walk, type Direction } from './walk'

/** A branch that joins again, and a block by itself below. */
const split = network(
  {
    'input-1': ['input'],
    'top-1': ['dense'],
    'low-1': ['dense'],
    'add-1': ['add'],
    'loose-1': ['dense']
  },
  'input-1 > top-1 > add-1',
  'input-1 > low-1 > add-1'
)
const positions = {
  'input-1': { x: 0, y: 100 },
  'top-1': { x: 200, y: 90 },
  'low-1': { x: 200, y: 250 },
  'add-1': { x: 400, y: 240 },
  'loose-1': { x: 600, y: 500 }
}

it.each<[string | null, Direction, string | null]>([
  [null, 'right', 'input-1'],
  ['gone-1', 'left', 'input-1'],
  ['input-1', 'right', 'top-1'],
  ['top-1', 'right', 'add-1'],
  ['add-1', 'left', 'low-1'],
  ['low-1', 'up', 'top-1'],
  ['top-1', 'down', 'low-1'],
  ['input-1', 'left', null],
  ['input-1', 'up', 'top-1'],
  ['top-1', 'up', null],
  ['add-1', 'right', 'loose-1'],
  ['loose-1', 'left', 'add-1'],
  ['loose-1', 'down', null]
])('from %s %s to %s', (from, direction, to) => {
  expect(walk(split, positions, from, direction)).toBe(to)
})

it('finds nothing on an empty canvas', () => {
  expect(walk(network({}), {}, null, 'right')).toBeNull()
})

import { expect, it } from 'vitest'
import { blockAtLine, linesOfBlocks } from './printed'

const module = {
  text: '',
  lines: new Map([
    ['dense-1', [[3, 4] as const, [9, 9] as const]],
    ['dense-2', [[5, 5] as const]]
  ])
}

it('lights all lines of the blocks that are selected', () => {
  expect([...linesOfBlocks(module, new Set(['dense-1', 'dense-2']))]).toEqual([3, 4, 9, 5])
  expect(linesOfBlocks(module, new Set(['gone'])).size).toBe(0)
})

it.each([
  [3, 'dense-1'],
  [9, 'dense-1'],
  [5, 'dense-2'],
  [6, undefined]
])('line %d comes from %s', (line, block) => {
  expect(blockAtLine(module, line)).toBe(block)
})

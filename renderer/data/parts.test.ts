import { expect, it } from 'vitest'
import { classCounts, rowsOf } from './parts'

const split = {
  train: Int32Array.of(5, 0, 3),
  validation: Int32Array.of(1),
  test: Int32Array.of(2, 4),
  labels: Int32Array.of(0, 1, 1, 0, 1, 1)
}

it('counts each class in each part', () => {
  expect(classCounts(split, 3)).toEqual([
    { train: 2, validation: 0, test: 0 },
    { train: 1, validation: 1, test: 2 },
    { train: 0, validation: 0, test: 0 }
  ])
})

it.each([
  ['all', null, [5, 0, 3]],
  ['one class', 0, [0, 3]],
  ['a class without samples', 2, []]
] as const)('rows of a part: %s', (_what, label, rows) => {
  expect([...rowsOf(split, 'train', label)]).toEqual(rows)
})

it('data without classes has rows all the same', () => {
  expect([...rowsOf({ ...split, labels: null }, 'test', null)]).toEqual([2, 4])
  expect(classCounts({ ...split, labels: null }, 0)).toEqual([])
})

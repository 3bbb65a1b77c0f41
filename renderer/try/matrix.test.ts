import { expect, it } from 'vitest'
import { filtered, matrixOf } from './matrix'

const judgement = {
  output: 'output-1',
  rows: Int32Array.of(10, 11, 12, 13, 14),
  truth: Int32Array.of(0, 0, 1, 1, 1),
  guess: Int32Array.of(0, 1, 1, 0, 0),
  classes: 3,
  scores: Float32Array.of(0.9, 0.1, 0, 0.4, 0.6, 0, 0.2, 0.8, 0, 0.7, 0.3, 0, 0.9, 0.1, 0)
}

it('counts what was taken for what, with precision and recall', () => {
  expect(matrixOf(judgement)).toEqual({
    counts: [
      [1, 1, 0],
      [2, 1, 0],
      [0, 0, 0]
    ],
    precision: [1 / 3, 1 / 2, NaN],
    recall: [1 / 2, 1 / 3, NaN],
    right: 2,
    total: 5
  })
})

it.each([
  ['all', null, [4, 3, 1, 0, 2]],
  ['wrong', null, [4, 3, 1]],
  ['right', null, [0, 2]],
  ['all', [1, 0], [4, 3]],
  ['right', [1, 0], []]
] as const)('shows %s of %j, the surest mistakes first', (shown, cell, places) => {
  expect(filtered(judgement, { shown, cell })).toEqual(places)
})

import { expect, it } from 'vitest'
import type { Scores } from '../../shared/training/protocol'
import { curvesCsv, curvesOf } from './curves'

const words = { train: 'train', validation: 'validation' }
const scores = (loss: number, accuracy: number | null): Scores => ({ loss, accuracy, outputs: {} })

const facts = {
  points: [
    { step: 2, loss: 3, accuracy: null },
    { step: 4, loss: 1, accuracy: null },
    { step: 6, loss: Number.NaN, accuracy: null }
  ],
  scores: [{ epoch: 1, step: 4, train: scores(2, null), validation: scores(1.5, null) }]
}

it('draws training at every report and validation at the end of each epoch, and nothing that is no number', () => {
  expect(curvesOf(facts, 'loss', 0, words)).toEqual([
    { label: 'train', colour: '--series-train', x: [2, 4], y: [3, 1] },
    { label: 'validation', colour: '--series-val', dotted: true, x: [4], y: [1.5] }
  ])
  expect(curvesOf(facts, 'accuracy', 0, words)).toBeNull()
})

it('lays the curve as it was faint behind its moving average', () => {
  expect(curvesOf(facts, 'loss', 0.5, words)).toMatchObject([
    { faint: true, y: [3, 1] },
    { label: 'train', y: [3, expect.closeTo(5 / 3, 9)] },
    { label: 'validation' }
  ])
})

it('is a table with all that was reported', () => {
  expect(curvesCsv(facts)).toBe(
    [
      'step,loss,accuracy,epoch,epoch_train_loss,epoch_train_accuracy,validation_loss,validation_accuracy',
      '2,3,,,,,,',
      '4,1,,1,2,,1.5,',
      '6,NaN,,,,,,',
      ''
    ].join('\r\n')
  )
})

import { expect, it } from 'vitest'
import type { SplitCounts } from '../datasets/dataset'
import { emptyDocument } from '../document/create'
import { paced, paceFor } from './pace'

const of = (train: number): SplitCounts => ({ train, validation: 0, test: 0 })
const fresh = emptyDocument('doc-x', 'x').training

it.each<[string, number | null, { batch: number; epochs: number }]>([
  ['no data', null, { batch: fresh.batch, epochs: fresh.epochs }],
  ['digits', 7000, { batch: 32, epochs: 5 }],
  ['the least for 5 epochs', 5000, { batch: 32, epochs: 5 }],
  ['fewer', 4999, { batch: 32, epochs: 10 }],
  ['points', 700, { batch: 16, epochs: 40 }],
  ['flowers', 90, { batch: 16, epochs: 60 }],
  ['a handful', 10, { batch: 10, epochs: 60 }],
  ['nothing', 0, { batch: 1, epochs: 60 }]
])('pace for %s', (_what, train, pace) => {
  expect(paceFor(train === null ? null : of(train))).toEqual(pace)
})

it.each<[string, { batch?: number; epochs?: number }, number | null, number | null, [number, number]]>([
  ['what was never touched changes', {}, null, 90, [16, 60]],
  ['and back', { batch: 16, epochs: 60 }, 90, null, [32, 5]],
  ['from one dataset to another', { batch: 16, epochs: 60 }, 90, 7000, [32, 5]],
  ['what a person has set stays', { batch: 8, epochs: 200 }, null, 90, [8, 200]],
  ['each for itself: the batch', { batch: 8 }, null, 90, [8, 60]],
  ['each for itself: the epochs', { epochs: 7 }, null, 90, [16, 7]],
  ['set to what suited no data', { batch: 32, epochs: 5 }, 90, 700, [32, 5]]
])('%s', (_what, set, before, after, [batch, epochs]) => {
  const training = { ...fresh, ...set }
  const split = (train: number | null) => (train === null ? null : of(train))
  // The optimizer with its learning rate and the seed have nothing to do with the data.
  expect(paced(training, split(before), split(after))).toEqual({ ...training, batch, epochs })
})

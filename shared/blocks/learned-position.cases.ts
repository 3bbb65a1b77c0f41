import type { BlockCase, Refusal } from './cases/block-case'
import { positionRefusals } from './position.cases'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  {
    name: 'as long as there are positions',
    params: { length: 5 },
    inputs: { in: tensor([5, 3]) },
    shape: [5, 3],
    weights: 15
  },
  {
    name: 'shorter, by default',
    inputs: { in: tensor([3, 2]) },
    shape: [3, 2],
    weights: 1024
  },
  {
    name: 'an open length',
    params: { length: 7 },
    inputs: { in: tensor([null, 4]) },
    time: 5,
    shape: [null, 4],
    weights: 28
  },
  {
    name: 'an open length that gets longer than there are positions',
    params: { length: 3 },
    inputs: { in: tensor([null, 4]) },
    time: 6,
    shape: [null, 4],
    weights: 12
  },
  {
    name: 'one position',
    params: { length: 1 },
    inputs: { in: tensor([null, 2]) },
    shape: [null, 2],
    weights: 2
  },
  {
    name: 'masked',
    params: { length: 4 },
    inputs: { in: tensor([null, 3], 'float32', true) },
    batch: 4,
    shape: [null, 3],
    mask: true,
    weights: 12
  }
]

export const refusals: readonly Refusal[] = [
  ...positionRefusals,
  {
    name: 'more steps than positions',
    params: { length: 4 },
    inputs: { in: tensor([6, 3]) },
    says: 'has 4 positions, but gets a sequence of 6 steps',
    hint: { kind: 'set', param: 'length', value: 6 }
  }
]

import type { BlockCase, Refusal } from './cases/block-case'
import { positionRefusals } from './position.cases'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'a fixed length', inputs: { in: tensor([5, 6]) }, shape: [5, 6], weights: 0 },
  { name: 'an open length', inputs: { in: tensor([null, 4]) }, time: 7, shape: [null, 4], weights: 0 },
  {
    name: 'an odd number of features, short waves',
    params: { maxWavelength: 12.5 },
    inputs: { in: tensor([null, 5]) },
    shape: [null, 5],
    weights: 0
  },
  { name: 'one feature, one step', inputs: { in: tensor([1, 1]) }, shape: [1, 1], weights: 0 },
  {
    name: 'a long sequence',
    inputs: { in: tensor([null, 8]) },
    batch: 2,
    time: 300,
    shape: [null, 8],
    weights: 0
  },
  {
    name: 'masked',
    inputs: { in: tensor([null, 4], 'float32', true) },
    batch: 4,
    shape: [null, 4],
    mask: true,
    weights: 0
  }
]

export const refusals: readonly Refusal[] = positionRefusals

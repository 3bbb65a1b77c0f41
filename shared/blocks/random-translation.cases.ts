import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'mirrored', params: {}, inputs: { in: tensor([3, 5, 2]) }, shape: [3, 5, 2], weights: 0 },
  {
    name: 'far, nearest pixel',
    params: { heightFactor: 0.6, widthFactor: 0.9, fillMode: 'nearest' },
    inputs: { in: tensor([4, 3, 1]) },
    shape: [4, 3, 1],
    weights: 0
  },
  {
    name: 'far, zeros',
    params: { heightFactor: 0.6, widthFactor: 0.9, fillMode: 'constant' },
    inputs: { in: tensor([4, 3, 1]) },
    shape: [4, 3, 1],
    weights: 0
  },
  {
    name: 'far, a single row',
    params: { heightFactor: 0.6, widthFactor: 0.9 },
    inputs: { in: tensor([1, 5, 2]) },
    shape: [1, 5, 2],
    weights: 0
  },
  {
    name: 'not at all, while training',
    params: { heightFactor: 0, widthFactor: 0 },
    inputs: { in: tensor([3, 5, 2]) },
    training: true,
    shape: [3, 5, 2],
    weights: 0
  },
  {
    name: 'not at all, zeros, while training',
    params: { heightFactor: 0, widthFactor: 0, fillMode: 'constant' },
    inputs: { in: tensor([3, 5, 2]) },
    training: true,
    shape: [3, 5, 2],
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  { name: 'a sequence', inputs: { in: tensor([4, 3]) }, says: 'but gets 4 × 3' }
]

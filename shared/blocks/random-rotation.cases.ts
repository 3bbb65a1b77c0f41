import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'mirrored', params: {}, inputs: { in: tensor([3, 5, 2]) }, shape: [3, 5, 2], weights: 0 },
  {
    name: 'far, nearest pixel',
    params: { factor: 0.5, fillMode: 'nearest' },
    inputs: { in: tensor([4, 3, 1]) },
    shape: [4, 3, 1],
    weights: 0
  },
  {
    name: 'far, zeros',
    params: { factor: 0.5, fillMode: 'constant' },
    inputs: { in: tensor([4, 3, 1]) },
    shape: [4, 3, 1],
    weights: 0
  },
  {
    name: 'far, a single row',
    params: { factor: 0.5 },
    inputs: { in: tensor([1, 5, 2]) },
    shape: [1, 5, 2],
    weights: 0
  },
  {
    name: 'not at all, while training',
    params: { factor: 0 },
    inputs: { in: tensor([3, 5, 2]) },
    training: true,
    shape: [3, 5, 2],
    weights: 0
  },
  {
    name: 'not at all, zeros, while training',
    params: { factor: 0, fillMode: 'constant' },
    inputs: { in: tensor([3, 5, 2]) },
    training: true,
    shape: [3, 5, 2],
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  { name: 'a sequence', inputs: { in: tensor([4, 3]) }, says: 'but gets 4 × 3' }
]

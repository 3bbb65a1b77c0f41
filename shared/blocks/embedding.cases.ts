import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

const params = { vocabulary: 6, dimension: 3 }

export const cases: readonly BlockCase[] = [
  {
    name: 'a sequence, masked',
    params,
    inputs: { in: tensor([null], 'int32') },
    batch: 3,
    vocabulary: 6,
    shape: [null, 3],
    mask: true,
    weights: 18
  },
  {
    name: 'a sequence, no mask',
    params: { ...params, mask: false },
    inputs: { in: tensor([4], 'int32') },
    vocabulary: 6,
    shape: [4, 3],
    weights: 18
  },
  {
    name: 'one token',
    params: { vocabulary: 9, dimension: 1 },
    inputs: { in: tensor([], 'int32') },
    vocabulary: 9,
    shape: [1],
    weights: 9
  }
]

export const refusals: readonly Refusal[] = [
  { name: 'numbers', inputs: { in: tensor([4]) }, says: 'needs token ids, but gets numbers (4)' },
  {
    name: 'several axes',
    inputs: { in: tensor([4, 5], 'int32') },
    says: 'a sequence of token ids, but gets 4 × 5'
  }
]

import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'features', inputs: { in: tensor([12]) }, shape: [6], weights: 0 },
  { name: 'a sequence of open length', inputs: { in: tensor([null, 6]) }, shape: [null, 3], weights: 0 },
  {
    name: 'a masked sequence',
    inputs: { in: tensor([null, 4], 'float32', true) },
    shape: [null, 2],
    weights: 0
  },
  { name: 'an image', inputs: { in: tensor([3, 2, 4]) }, shape: [3, 2, 2], weights: 0 }
]

export const refusals: readonly Refusal[] = [
  { name: 'token ids', inputs: { in: tensor([4], 'int32') }, says: 'put it behind the Embedding' },
  { name: 'an odd number', inputs: { in: tensor([4, 5]) }, says: 'must be even, but it gets 4 × 5' },
  { name: 'an open length alone', inputs: { in: tensor([null]) }, says: 'must be even' }
]

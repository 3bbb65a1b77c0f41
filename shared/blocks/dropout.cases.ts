import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'half', inputs: { in: tensor([12]) }, shape: [12], weights: 0 },
  {
    name: 'none, while training',
    params: { rate: 0 },
    inputs: { in: tensor([12]) },
    training: true,
    shape: [12],
    weights: 0
  },
  {
    name: 'most of an image',
    params: { rate: 0.9 },
    inputs: { in: tensor([4, 3, 5]) },
    shape: [4, 3, 5],
    weights: 0
  },
  {
    name: 'a masked sequence',
    params: { rate: 0.25 },
    inputs: { in: tensor([null, 4], 'float32', true) },
    shape: [null, 4],
    mask: true,
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  { name: 'token ids', inputs: { in: tensor([4], 'int32') }, says: 'put it behind the Embedding' }
]

import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'a vector', inputs: { in: tensor([5]) }, shape: [5], weights: 0 },
  { name: 'a single feature', inputs: { in: tensor([1]) }, shape: [1], weights: 0 },
  { name: 'a sequence of open length', inputs: { in: tensor([null, 3]) }, shape: [null, 3], weights: 0 },
  {
    name: 'a masked sequence',
    inputs: { in: tensor([null, 3], 'float32', true) },
    shape: [null, 3],
    mask: true,
    weights: 0
  },
  { name: 'an image', inputs: { in: tensor([3, 2, 4]) }, shape: [3, 2, 4], weights: 0 },
  { name: 'a volume', inputs: { in: tensor([2, 3, 2, 4]) }, shape: [2, 3, 2, 4], weights: 0 }
]

export const refusals: readonly Refusal[] = [
  { name: 'a single number', inputs: { in: tensor([]) }, says: 'a known number of features' },
  { name: 'an open number of features', inputs: { in: tensor([null]) }, says: 'but gets time' },
  { name: 'token ids', inputs: { in: tensor([4], 'int32') }, says: 'put it behind the Embedding' }
]

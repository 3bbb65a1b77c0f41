import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'features', inputs: { in: tensor([6]) }, shape: [6], weights: 6 },
  { name: 'a sequence', inputs: { in: tensor([5, 3]) }, shape: [5, 3], weights: 3 },
  {
    name: 'a masked sequence',
    inputs: { in: tensor([null, 4], 'float32', true) },
    shape: [null, 4],
    mask: true,
    weights: 4
  },
  { name: 'an image', inputs: { in: tensor([3, 2, 4]) }, shape: [3, 2, 4], weights: 4 },
  { name: 'a volume', inputs: { in: tensor([2, 3, 2, 4]) }, shape: [2, 3, 2, 4], weights: 4 }
]

export const refusals: readonly Refusal[] = [
  { name: 'token ids', inputs: { in: tensor([4], 'int32') }, says: 'but gets token ids' },
  { name: 'a single number', inputs: { in: tensor([]) }, says: 'but gets a single number' },
  { name: 'an open length alone', inputs: { in: tensor([null]) }, says: 'but gets an open length' }
]

import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'a sequence', inputs: { in: tensor([4, 3]) }, shape: [3], weights: 0 },
  { name: 'an open length', inputs: { in: tensor([null, 3]) }, time: 6, shape: [3], weights: 0 },
  {
    name: 'without the padding',
    inputs: { in: tensor([null, 3], 'float32', true) },
    batch: 4,
    shape: [3],
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  { name: 'a vector', inputs: { in: tensor([4]) }, says: 'averages time × features, but gets 4' },
  { name: 'an image', inputs: { in: tensor([4, 4, 1]) }, says: 'but gets 4 × 4 × 1' },
  { name: 'token ids', inputs: { in: tensor([4, 2], 'int32') }, says: 'averages time × features' }
]

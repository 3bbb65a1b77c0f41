import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'an image', inputs: { in: tensor([3, 2, 4]) }, shape: [24], weights: 0 },
  { name: 'a sequence', inputs: { in: tensor([3, 4]) }, shape: [12], weights: 0 },
  { name: 'a vector', inputs: { in: tensor([4]) }, shape: [4], weights: 0 },
  { name: 'a single number', inputs: { in: tensor([]) }, shape: [1], weights: 0 }
]

export const refusals: readonly Refusal[] = [
  {
    name: 'a masked sequence',
    inputs: { in: tensor([5, 3], 'float32', true) },
    says: 'would mix padding with words',
    hint: { kind: 'replace', type: 'globalAveragePooling1d' }
  },
  {
    name: 'an open length',
    inputs: { in: tensor([null, 3]) },
    says: 'a fixed size, but gets time × 3',
    hint: { kind: 'replace', type: 'globalAveragePooling1d' }
  },
  { name: 'an open length that can’t be averaged', inputs: { in: tensor([null]) }, says: 'but gets time' }
]

import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'a sequence', inputs: { in: tensor([5, 3]) }, shape: [5, 3], weights: 0 },
  {
    name: 'none, while training',
    params: { rate: 0 },
    inputs: { in: tensor([null, 3]) },
    training: true,
    shape: [null, 3],
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
  {
    name: 'a vector',
    params: { rate: 0.2 },
    inputs: { in: tensor([8]) },
    says: 'time × features, but gets 8',
    hint: { kind: 'replace', type: 'dropout', params: { rate: 0.2 } }
  },
  {
    name: 'an image',
    inputs: { in: tensor([8, 8, 3]) },
    says: 'time × features, but gets 8 × 8 × 3',
    hint: { kind: 'replace', type: 'spatialDropout2d', params: { rate: 0.5 } }
  },
  { name: 'token ids', inputs: { in: tensor([null], 'int32') }, says: 'put it behind the Embedding' }
]

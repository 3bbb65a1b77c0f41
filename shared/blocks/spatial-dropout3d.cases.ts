import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'a volume', inputs: { in: tensor([2, 5, 4, 3]) }, shape: [2, 5, 4, 3], weights: 0 },
  {
    name: 'none, while training',
    params: { rate: 0 },
    inputs: { in: tensor([2, 5, 4, 3]) },
    training: true,
    shape: [2, 5, 4, 3],
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  {
    name: 'an image',
    inputs: { in: tensor([8, 8, 3]) },
    says: 'depth × height × width × channels, but gets 8 × 8 × 3',
    hint: { kind: 'replace', type: 'spatialDropout2d', params: { rate: 0.5 } }
  },
  {
    name: 'five axes',
    inputs: { in: tensor([2, 2, 2, 2, 3]) },
    says: 'but gets 2 × 2 × 2 × 2 × 3',
    hint: { kind: 'replace', type: 'dropout', params: { rate: 0.5 } }
  },
  { name: 'token ids', inputs: { in: tensor([2, 2, 2, 2], 'int32') }, says: 'put it behind the Embedding' }
]

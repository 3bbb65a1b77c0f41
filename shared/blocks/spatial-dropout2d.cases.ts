import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'an image', inputs: { in: tensor([5, 4, 3]) }, shape: [5, 4, 3], weights: 0 },
  {
    name: 'none, while training',
    params: { rate: 0 },
    inputs: { in: tensor([5, 4, 3]) },
    training: true,
    shape: [5, 4, 3],
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  {
    name: 'a sequence',
    inputs: { in: tensor([null, 3]) },
    says: 'height × width × channels, but gets time × 3',
    hint: { kind: 'replace', type: 'spatialDropout1d', params: { rate: 0.5 } }
  },
  {
    name: 'a volume',
    inputs: { in: tensor([4, 8, 8, 3]) },
    says: 'but gets 4 × 8 × 8 × 3',
    hint: { kind: 'replace', type: 'spatialDropout3d', params: { rate: 0.5 } }
  },
  { name: 'token ids', inputs: { in: tensor([8, 8, 3], 'int32') }, says: 'put it behind the Embedding' }
]

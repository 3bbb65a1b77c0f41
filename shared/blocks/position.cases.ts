import type { Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

/** Of both position blocks alike. */
export const positionRefusals: readonly Refusal[] = [
  {
    name: 'token ids',
    inputs: { in: tensor([4], 'int32') },
    says: 'put it behind the Embedding',
    hint: { kind: 'insert-before', port: 'in', type: 'embedding' }
  },
  { name: 'a vector', inputs: { in: tensor([6]) }, says: 'a sequence of time × features, but gets 6' },
  {
    name: 'an image',
    inputs: { in: tensor([4, 4, 1]) },
    says: 'a sequence of time × features, but gets 4 × 4 × 1'
  }
]

import { ACTIVATIONS } from './activation-table'
import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  ...Object.keys(ACTIVATIONS).map((id): BlockCase => ({
    name: id,
    params: { function: id },
    inputs: { in: tensor([12]) },
    shape: [12],
    weights: 0
  })),
  ...['softmax', 'logSoftmax', 'silu'].flatMap((id): readonly BlockCase[] => [
    {
      name: `${id} of an image`,
      params: { function: id },
      inputs: { in: tensor([3, 2, 4]) },
      shape: [3, 2, 4],
      weights: 0
    },
    {
      name: `${id} of a masked sequence`,
      params: { function: id },
      inputs: { in: tensor([null, 4], 'float32', true) },
      shape: [null, 4],
      mask: true,
      weights: 0
    }
  ])
]

export const refusals: readonly Refusal[] = [
  { name: 'token ids', inputs: { in: tensor([4], 'int32') }, says: 'put it behind the Embedding' },
  {
    name: 'a mask that Keras would lose',
    params: { function: 'geluTanh' },
    inputs: { in: tensor([null, 4], 'float32', true) },
    says: 'would lose the marks',
    hint: { kind: 'set', param: 'function', value: 'gelu' }
  }
]

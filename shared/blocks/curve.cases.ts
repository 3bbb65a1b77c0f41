/** The rows of a curve with a setting of its own. */
import type { BlockCase, Refusal } from './cases/block-case'
import type { AnyValues } from './params'
import { tensor } from './tensor-type'

export function curveCases(set: string, params: AnyValues): readonly BlockCase[] {
  return [
    { name: 'features', inputs: { in: tensor([12]) }, shape: [12], weights: 0 },
    { name: `an image, ${set}`, params, inputs: { in: tensor([3, 2, 4]) }, shape: [3, 2, 4], weights: 0 },
    {
      name: 'a masked sequence',
      inputs: { in: tensor([null, 4], 'float32', true) },
      shape: [null, 4],
      mask: true,
      weights: 0
    }
  ]
}

export const refusals: readonly Refusal[] = [
  { name: 'token ids', inputs: { in: tensor([4], 'int32') }, says: 'put it behind the Embedding' }
]

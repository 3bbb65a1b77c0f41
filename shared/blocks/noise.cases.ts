import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

/**
 * Of a block that draws for each number by itself, whose one parameter says how much. What is drawn differs from
 * framework to framework: rows run as after training, or with nothing to draw.
 */
export function noiseCases(param: string): readonly BlockCase[] {
  return [
    { name: 'a vector', inputs: { in: tensor([6]) }, shape: [6], weights: 0 },
    {
      name: 'none, while training',
      params: { [param]: 0 },
      inputs: { in: tensor([6]) },
      training: true,
      shape: [6],
      weights: 0
    },
    {
      name: 'much, of an image',
      params: { [param]: 0.9 },
      inputs: { in: tensor([4, 3, 5]) },
      shape: [4, 3, 5],
      weights: 0
    },
    { name: 'a volume', inputs: { in: tensor([2, 3, 2, 2]) }, shape: [2, 3, 2, 2], weights: 0 },
    {
      name: 'a masked sequence',
      params: { [param]: 0.25 },
      inputs: { in: tensor([null, 4], 'float32', true) },
      shape: [null, 4],
      mask: true,
      weights: 0
    }
  ]
}

export const noiseRefusals: readonly Refusal[] = [
  { name: 'token ids', inputs: { in: tensor([4], 'int32') }, says: 'put it behind the Embedding' }
]

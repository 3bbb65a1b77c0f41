import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'a sequence of open length', inputs: { in: tensor([null, 3]) }, shape: [null, 3], weights: 6 },
  { name: 'an image', inputs: { in: tensor([3, 5, 4]) }, shape: [3, 5, 4], weights: 8 },
  {
    name: 'an image, while training',
    inputs: { in: tensor([3, 5, 4]) },
    training: true,
    shape: [3, 5, 4],
    weights: 8
  },
  { name: 'a volume', inputs: { in: tensor([2, 3, 2, 4]) }, shape: [2, 3, 2, 4], weights: 8 },
  {
    name: 'a large epsilon and a single channel',
    params: { epsilon: 0.5 },
    inputs: { in: tensor([3, 2, 1]) },
    batch: 1,
    shape: [3, 2, 1],
    weights: 2
  },
  {
    name: 'without a shift',
    params: { center: false },
    inputs: { in: tensor([5, 4]) },
    shape: [5, 4],
    weights: 4
  },
  {
    name: 'without a scale',
    params: { scale: false },
    inputs: { in: tensor([3, 2, 4]) },
    shape: [3, 2, 4],
    weights: 4
  },
  {
    name: 'with neither',
    params: { center: false, scale: false },
    inputs: { in: tensor([3, 2, 4]) },
    shape: [3, 2, 4],
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  { name: 'a vector', inputs: { in: tensor([4]) }, says: 'a sequence, an image or a volume' },
  { name: 'five axes', inputs: { in: tensor([2, 2, 2, 2, 4]) }, says: 'but gets 2 × 2 × 2 × 2 × 4' },
  { name: 'a single place', inputs: { in: tensor([1, 1, 4]) }, says: 'more than one place' },
  { name: 'token ids', inputs: { in: tensor([4, 2], 'int32') }, says: 'put it behind the Embedding' },
  {
    name: 'a masked sequence',
    inputs: { in: tensor([null, 3], 'float32', true) },
    says: 'would count padding as data',
    hint: { kind: 'replace', type: 'layerNormalization' }
  }
]

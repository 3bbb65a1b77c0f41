import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  ...['horizontal', 'vertical', 'horizontal_and_vertical'].map((mode): BlockCase => ({
    name: `${mode}, behind training`,
    params: { mode },
    inputs: { in: tensor([3, 5, 2]) },
    shape: [3, 5, 2],
    weights: 0
  })),
  {
    name: 'a single column, while training',
    params: { mode: 'horizontal' },
    inputs: { in: tensor([4, 1, 3]) },
    training: true,
    shape: [4, 1, 3],
    weights: 0
  },
  {
    name: 'a single row, while training',
    params: { mode: 'vertical' },
    inputs: { in: tensor([1, 4, 3]) },
    training: true,
    shape: [1, 4, 3],
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  { name: 'a sequence', inputs: { in: tensor([4, 3]) }, says: 'but gets 4 × 3' },
  { name: 'token ids', inputs: { in: tensor([4, 4, 3], 'int32') }, says: 'needs an image' }
]

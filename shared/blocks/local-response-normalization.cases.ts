import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'as usual', inputs: { in: tensor([3, 5, 7]) }, shape: [3, 5, 7], weights: 0 },
  {
    name: 'strong, an even window',
    params: { size: 4, alpha: 2, beta: 0.5, k: 0.5 },
    inputs: { in: tensor([3, 2, 6]) },
    shape: [3, 2, 6],
    weights: 0
  },
  {
    name: 'strong, an odd window, to the power of 1',
    params: { size: 3, alpha: 1, beta: 1, k: 2 },
    inputs: { in: tensor([2, 3, 5]) },
    shape: [2, 3, 5],
    weights: 0
  },
  {
    name: 'each channel by itself',
    params: { size: 1, alpha: 1 },
    inputs: { in: tensor([2, 3, 4]) },
    shape: [2, 3, 4],
    weights: 0
  },
  {
    name: 'a window wider than all channels',
    params: { size: 9, alpha: 3 },
    inputs: { in: tensor([2, 3, 2]) },
    shape: [2, 3, 2],
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  { name: 'a vector', inputs: { in: tensor([784]) }, says: 'height × width × channels, but gets 784' },
  { name: 'token ids', inputs: { in: tensor([4, 4, 3], 'int32') }, says: 'needs an image' }
]

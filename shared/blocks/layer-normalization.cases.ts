import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'a vector', inputs: { in: tensor([4]) }, shape: [4], weights: 8 },
  { name: 'an image', inputs: { in: tensor([3, 2, 4]) }, shape: [3, 2, 4], weights: 8 },
  {
    name: 'a large epsilon',
    params: { epsilon: 0.5 },
    inputs: { in: tensor([5, 4]) },
    shape: [5, 4],
    weights: 8
  },
  {
    name: 'a masked sequence',
    inputs: { in: tensor([null, 3], 'float32', true) },
    shape: [null, 3],
    mask: true,
    weights: 6
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
    inputs: { in: tensor([4]) },
    shape: [4],
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
  { name: 'an open number of features', inputs: { in: tensor([null]) }, says: 'a known number of features' },
  { name: 'token ids', inputs: { in: tensor([4], 'int32') }, says: 'needs numbers' }
]

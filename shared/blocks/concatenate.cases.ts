import type { BlockCase } from './cases/block-case'
import { tensor } from './tensor-type'

const masked = (features: number) => tensor([null, features], 'float32', true)

export const cases: readonly BlockCase[] = [
  { name: 'one', inputs: { in: [tensor([4])] }, shape: [4], weights: 0 },
  { name: 'two', inputs: { in: [tensor([4]), tensor([1])] }, shape: [5], weights: 0 },
  {
    name: 'three images',
    inputs: { in: [tensor([3, 2, 4]), tensor([3, 2, 1]), tensor([3, 2, 2])] },
    shape: [3, 2, 7],
    weights: 0
  },
  { name: 'sequences', inputs: { in: [tensor([5, 2]), tensor([5, 3])] }, shape: [5, 5], weights: 0 },
  {
    name: 'two sequences masked each in its own way',
    inputs: { in: [masked(2), masked(3)] },
    batch: 4,
    shape: [null, 5],
    mask: true,
    weights: 0
  },
  {
    name: 'a masked sequence and one without a mask',
    inputs: { in: [tensor([null, 2]), masked(3)] },
    shape: [null, 5],
    weights: 0
  }
]

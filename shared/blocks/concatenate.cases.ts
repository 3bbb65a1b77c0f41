import type { BlockCase, Refusal } from './cases/block-case'
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

export const refusals: readonly Refusal[] = [
  { name: 'a single number', inputs: { in: [tensor([])] }, says: 'at least one axis' },
  {
    name: 'other sizes in front',
    inputs: { in: [tensor([3, 2, 4]), tensor([3, 3, 4])] },
    says: 'differ in the last size only, but gets 3 × 2 × 4 and 3 × 3 × 4'
  },
  {
    name: 'other ranks',
    inputs: { in: [tensor([4]), tensor([1, 4])] },
    says: 'differ in the last size only'
  },
  {
    name: 'numbers and token ids',
    inputs: { in: [tensor([4]), tensor([4], 'int32')] },
    says: 'but gets both'
  },
  { name: 'an open last size', inputs: { in: [tensor([null]), tensor([null])] }, says: 'known last size' }
]

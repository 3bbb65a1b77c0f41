import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

const image = tensor([3, 2, 4])
const masked = tensor([null, 3], 'float32', true)

export const cases: readonly BlockCase[] = [
  { name: 'one', inputs: { in: [tensor([4])] }, shape: [4], weights: 0 },
  { name: 'two', inputs: { in: [tensor([4]), tensor([4])] }, shape: [4], weights: 0 },
  { name: 'three images', inputs: { in: [image, image, image] }, shape: [3, 2, 4], weights: 0 },
  { name: 'one masked', inputs: { in: [masked] }, shape: [null, 3], mask: true, weights: 0 },
  {
    name: 'two sequences masked each in its own way',
    inputs: { in: [masked, masked] },
    batch: 4,
    shape: [null, 3],
    mask: true,
    weights: 0
  },
  {
    name: 'a masked sequence and one without a mask',
    inputs: { in: [masked, tensor([null, 3])] },
    shape: [null, 3],
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  {
    name: 'other shapes',
    inputs: { in: [tensor([4]), tensor([4]), tensor([5])] },
    says: 'of one shape, but gets 4 and 4 and 5'
  },
  { name: 'other ranks', inputs: { in: [tensor([4]), tensor([1, 4])] }, says: 'but gets 4 and 1 × 4' },
  {
    name: 'token ids',
    inputs: { in: [tensor([4], 'int32'), tensor([4], 'int32')] },
    says: 'put it behind the Embedding'
  }
]

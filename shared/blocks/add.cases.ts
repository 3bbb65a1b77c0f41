import type { BlockCase } from './cases/block-case'
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

import type { BlockCase } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'a sequence', inputs: { in: tensor([4, 3]) }, shape: [3], weights: 0 },
  { name: 'an open length', inputs: { in: tensor([null, 3]) }, time: 6, shape: [3], weights: 0 },
  {
    name: 'without the padding',
    inputs: { in: tensor([null, 3], 'float32', true) },
    batch: 4,
    shape: [3],
    weights: 0
  }
]

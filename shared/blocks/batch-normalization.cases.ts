import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

const inference: readonly BlockCase[] = [
  { name: 'a vector', inputs: { in: tensor([4]) }, batch: 5, shape: [4], weights: 16 },
  {
    name: 'a sequence',
    params: { momentum: 0.5 },
    inputs: { in: tensor([null, 3]) },
    shape: [null, 3],
    weights: 12
  },
  {
    name: 'an image',
    params: { momentum: 0.9, epsilon: 0.00001 },
    inputs: { in: tensor([3, 2, 4]) },
    shape: [3, 2, 4],
    weights: 16
  },
  { name: 'a volume', inputs: { in: tensor([2, 3, 2, 4]) }, shape: [2, 3, 2, 4], weights: 16 },
  {
    name: 'a large epsilon',
    params: { momentum: 0, epsilon: 0.5 },
    inputs: { in: tensor([4]) },
    batch: 3,
    shape: [4],
    weights: 16
  },
  {
    name: 'without a shift',
    params: { center: false },
    inputs: { in: tensor([3, 2, 4]) },
    shape: [3, 2, 4],
    weights: 12
  },
  {
    name: 'without a scale',
    params: { scale: false },
    inputs: { in: tensor([4]) },
    batch: 5,
    shape: [4],
    weights: 12
  },
  {
    name: 'with neither',
    params: { center: false, scale: false },
    inputs: { in: tensor([5, 4]) },
    shape: [5, 4],
    weights: 8
  }
]

export const cases: readonly BlockCase[] = [
  ...inference,
  ...inference.map(row => ({ ...row, name: `${row.name}, while training`, training: true }))
]

export const refusals: readonly Refusal[] = [
  { name: 'a single number', inputs: { in: tensor([]) }, says: 'a known number of features' },
  { name: 'token ids', inputs: { in: tensor([4], 'int32') }, says: 'needs numbers' },
  { name: 'five axes', inputs: { in: tensor([2, 2, 2, 2, 4]) }, says: 'at most a volume' },
  {
    name: 'a masked sequence',
    inputs: { in: tensor([null, 3], 'float32', true) },
    says: 'would count padding as data',
    hint: { kind: 'replace', type: 'layerNormalization' }
  }
]

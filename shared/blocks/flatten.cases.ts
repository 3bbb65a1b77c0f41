import type { BlockCase } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'an image', inputs: { in: tensor([3, 2, 4]) }, shape: [24], weights: 0 },
  { name: 'a sequence', inputs: { in: tensor([3, 4]) }, shape: [12], weights: 0 },
  { name: 'a vector', inputs: { in: tensor([4]) }, shape: [4], weights: 0 },
  { name: 'a single number', inputs: { in: tensor([]) }, shape: [1], weights: 0 }
]

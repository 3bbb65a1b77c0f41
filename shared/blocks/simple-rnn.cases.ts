import type { BlockCase } from './cases/block-case'
import { every, last, masked, recurrentCases } from './recurrent.cases'
import { tensor } from './tensor-type'

export { refusals } from './recurrent.cases'
export const cases: readonly BlockCase[] = [
  ...recurrentCases(18, 4),
  {
    name: 'relu',
    params: { ...every, activation: 'relu' },
    inputs: { in: tensor([4, 2]) },
    shape: [4, 3],
    weights: 18
  },
  {
    name: 'relu, masked',
    params: { ...last, activation: 'relu' },
    inputs: masked,
    batch: 4,
    shape: [3],
    weights: 18
  }
]

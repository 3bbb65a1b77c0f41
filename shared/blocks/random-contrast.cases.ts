import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const cases: readonly BlockCase[] = [
  { name: 'behind training', inputs: { in: tensor([3, 5, 2]) }, shape: [3, 5, 2], weights: 0 },
  {
    name: 'cut off alone, while training',
    params: { factor: 0, lowest: -0.5, highest: 0.75 },
    inputs: { in: tensor([3, 5, 2]) },
    training: true,
    shape: [3, 5, 2],
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  { name: 'a sequence', inputs: { in: tensor([4, 3]) }, says: 'but gets 4 × 3' },
  {
    name: 'white that is no lighter than black',
    params: { lowest: 1 },
    inputs: { in: tensor([4, 4, 3]) },
    says: 'must be above the lowest, but they are 1 and 1',
    hint: { kind: 'set', param: 'highest', value: 2 }
  }
]

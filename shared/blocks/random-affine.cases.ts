/** The rows of shifting, turning and zooming; `still` and `far` are the settings that do nothing, and much. */
import type { BlockCase, Refusal } from './cases/block-case'
import type { AnyValues } from './params'
import { tensor } from './tensor-type'

export function affineCases(still: AnyValues, far: AnyValues): readonly BlockCase[] {
  const wide = { inputs: { in: tensor([3, 5, 2]) }, shape: [3, 5, 2], weights: 0 }
  const tall = { inputs: { in: tensor([4, 3, 1]) }, shape: [4, 3, 1], weights: 0 }
  return [
    { name: 'mirrored', params: {}, ...wide },
    { name: 'far, nearest pixel', params: { ...far, fillMode: 'nearest' }, ...tall },
    { name: 'far, zeros', params: { ...far, fillMode: 'constant' }, ...tall },
    {
      name: 'far, a single row',
      params: far,
      inputs: { in: tensor([1, 5, 2]) },
      shape: [1, 5, 2],
      weights: 0
    },
    { name: 'not at all, while training', params: still, training: true, ...wide },
    {
      name: 'not at all, zeros, while training',
      params: { ...still, fillMode: 'constant' },
      training: true,
      ...wide
    }
  ]
}

export const refusals: readonly Refusal[] = [
  { name: 'a sequence', inputs: { in: tensor([4, 3]) }, says: 'but gets 4 × 3' }
]

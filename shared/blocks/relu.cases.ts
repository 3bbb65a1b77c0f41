import type { BlockCase, Refusal } from './cases/block-case'
import type { AnyValues } from './params'
import { tensor } from './tensor-type'

const settings: readonly (readonly [name: string, params: AnyValues])[] = [
  ['as it is', {}],
  ['a slope', { negativeSlope: 0.1 }],
  ['a threshold', { threshold: 0.5 }],
  ['a limit', { limited: true, maxValue: 1 }],
  ['a limit of 6', { limited: true }],
  ['a slope and a threshold', { negativeSlope: 0.25, threshold: 0.5 }],
  ['a slope and a limit', { negativeSlope: 0.25, limited: true, maxValue: 0.75 }],
  ['a threshold and a limit', { threshold: 0.5, limited: true, maxValue: 1 }],
  ['a limit below the threshold', { threshold: 1, limited: true, maxValue: 0.5 }],
  ['all at once', { negativeSlope: 0.25, threshold: 0.5, limited: true, maxValue: 1 }]
]

export const cases: readonly BlockCase[] = [
  ...settings.map(([name, params]): BlockCase => ({
    name,
    params,
    inputs: { in: tensor([24]) },
    shape: [24],
    weights: 0
  })),
  {
    name: 'an image, all at once',
    params: { negativeSlope: 0.25, threshold: 0.5, limited: true, maxValue: 1 },
    inputs: { in: tensor([3, 2, 4]) },
    shape: [3, 2, 4],
    weights: 0
  },
  {
    name: 'a masked sequence',
    inputs: { in: tensor([null, 4], 'float32', true) },
    shape: [null, 4],
    mask: true,
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  { name: 'token ids', inputs: { in: tensor([4], 'int32') }, says: 'put it behind the Embedding' }
]

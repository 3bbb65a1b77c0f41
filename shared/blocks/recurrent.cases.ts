/** The rows that every recurrent block has. */
import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

export const last = { units: 3 }
export const every = { units: 3, returnSequences: true }
const open = { in: tensor([null, 2]) }
export const masked = { in: tensor([null, 2], 'float32', true) }

/** `weights` of three units over two features, `least` of a single unit over them. */
export function recurrentCases(weights: number, least: number): readonly BlockCase[] {
  return [
    { name: 'last step', params: last, inputs: { in: tensor([4, 2]) }, shape: [3], weights },
    { name: 'last step, open length', params: last, inputs: open, time: 6, shape: [3], weights },
    { name: 'last step, masked', params: last, inputs: masked, batch: 4, shape: [3], weights },
    { name: 'every step', params: every, inputs: { in: tensor([4, 2]) }, shape: [4, 3], weights },
    { name: 'every step, open length', params: every, inputs: open, shape: [null, 3], weights },
    {
      name: 'every step, masked',
      params: every,
      inputs: masked,
      batch: 4,
      shape: [null, 3],
      mask: true,
      weights
    },
    { name: 'one step', params: { units: 1 }, inputs: { in: tensor([1, 2]) }, shape: [1], weights: least }
  ]
}

export const refusals: readonly Refusal[] = [
  { name: 'a vector', inputs: { in: tensor([4]) }, says: 'a sequence of time × features, but gets 4' },
  { name: 'an image', inputs: { in: tensor([4, 4, 1]) }, says: 'but gets 4 × 4 × 1' },
  {
    name: 'token ids',
    inputs: { in: tensor([null], 'int32') },
    says: 'an Embedding turns each id into a vector',
    hint: { kind: 'insert-before', port: 'in', type: 'embedding' }
  }
]

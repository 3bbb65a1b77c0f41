import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

const last = { units: 3 }
const every = { units: 3, returnSequences: true }
const open = { in: tensor([null, 2]) }
const masked = { in: tensor([null, 2], 'float32', true) }

export const cases: readonly BlockCase[] = [
  { name: 'last step', params: last, inputs: { in: tensor([4, 2]) }, shape: [3], weights: 63 },
  { name: 'last step, open length', params: last, inputs: open, time: 6, shape: [3], weights: 63 },
  { name: 'last step, masked', params: last, inputs: masked, batch: 4, shape: [3], weights: 63 },
  { name: 'every step', params: every, inputs: { in: tensor([4, 2]) }, shape: [4, 3], weights: 63 },
  { name: 'every step, open length', params: every, inputs: open, shape: [null, 3], weights: 63 },
  {
    name: 'every step, masked',
    params: every,
    inputs: masked,
    batch: 4,
    shape: [null, 3],
    mask: true,
    weights: 63
  },
  { name: 'one step', params: { units: 1 }, inputs: { in: tensor([1, 2]) }, shape: [1], weights: 15 }
]

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

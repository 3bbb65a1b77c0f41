import type { BlockCase, Refusal } from './cases/block-case'
import { tensor } from './tensor-type'

const vector = tensor([4])
const image = tensor([3, 2, 4])

export const cases: readonly BlockCase[] = [
  { name: 'one input', inputs: { in: [vector] }, shape: [4], weights: 0 },
  {
    name: 'a gate of two images',
    params: { formula: 'x1 * sigmoid(x2)' },
    inputs: { in: [image, image] },
    shape: [3, 2, 4],
    weights: 0
  },
  {
    name: 'every function',
    params: {
      formula:
        'abs(x) + cos(x) - exp(x/4) + log(x^2 + 1) + max(x, 0.5) + min(x1, x2) + max(x2, x) + relu(x) + sin(x) + softplus(x) * sqrt(x^2 + 2) + tanh(x)'
    },
    inputs: { in: [vector, vector] },
    shape: [4],
    weights: 0
  },
  {
    name: 'signs and their order, over a sequence',
    params: { formula: '-x1^2 / (1 - -3) ** 2 + 2 ^ x1 - pi * e' },
    inputs: { in: [tensor([null, 3])] },
    shape: [null, 3],
    weights: 0
  }
]

export const refusals: readonly Refusal[] = [
  { name: 'token ids', inputs: { in: [tensor([4], 'int32')] }, says: 'put it behind the Embedding' },
  { name: 'padding', inputs: { in: [tensor([null, 3], 'float32', true)] }, says: 'which steps are padding' },
  {
    name: 'two shapes',
    params: { formula: 'x1 + x2' },
    inputs: { in: [vector, image] },
    says: '4 and 3 × 2 × 4'
  },
  {
    name: 'an input too few',
    params: { formula: 'x1 + x3' },
    inputs: { in: [vector, vector] },
    says: 'reads x3'
  }
]

import { expect, it } from 'vitest'
import { BLOCKS } from '../../shared/blocks/registry'
import { trained, zeros } from '../../shared/blocks/weights'
import { parameterSum } from './parameter-sum'

it.each([
  [
    [trained('kernel', [784, 512], zeros), trained('bias', [512], zeros)],
    '784 × 512 weights + 512 biases = 401,920'
  ],
  [[trained('kernel', [10, 1], zeros), trained('bias', [1], zeros)], '10 × 1 weights + 1 bias = 11'],
  [[trained('embeddings', [27, 16], zeros)], '27 × 16 numbers = 432'],
  [
    [trained('recurrentKernel', [32, 128], zeros), trained('bias', [128], zeros)],
    '32 × 128 recurrent weights + 128 biases = 4,224'
  ],
  [
    ['gamma', 'beta', 'movingMean', 'movingVariance'].map(name => trained(name, [64], zeros)),
    '64 scales + 64 shifts + 64 moving means + 64 moving variances = 256'
  ]
])('is said in words: %#', (weights, text) => {
  expect(parameterSum(weights).join(' ')).toBe(text)
})

it('has plain words for the weights of every block', () => {
  const x = { shape: [4, 8], dtype: 'float32', mask: false } as const
  const given = { in: x, query: x, value: x }
  for (const block of BLOCKS.values()) {
    if (block.kind !== 'layer') continue
    const values = Object.fromEntries(Object.entries(block.params).map(([name, p]) => [name, p.default]))
    const sum = parameterSum(block.weights?.(given, values) ?? []).join(' ')
    expect(sum).toMatch(/^[\d ×,a-z+=]+$/)
    expect(sum).not.toMatch(/kernel|gamma|beta/)
  }
})

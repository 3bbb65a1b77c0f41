import { describe, expect, it } from 'vitest'
import { flattenNetwork } from '../network/flatten'
import { interpret } from '../network/interpret'
import { ndArray } from '../network/nd-array'
import { normals } from '../network/philox'
import { traceNetwork } from '../network/trace'
import { caseNetwork } from './cases/case-network'
import type { AnyValues } from './params'
import { tensor } from './tensor-type'

const BATCH = 40

/** What a block makes of numbers while training. */
function trainedOn(type: string, params: AnyValues, shape: readonly number[], numbers: Float32Array) {
  const row = { name: type, params, inputs: { in: tensor(shape) }, shape, weights: 0 }
  const network = flattenNetwork(caseNetwork(type, row))
  if (!network.ok) throw new Error(network.error)
  const program = traceNetwork(network.value, { batch: BATCH, time: 1, training: true })
  const run = interpret(program, {
    inputs: { 'input-0': ndArray([BATCH, ...shape], numbers) },
    weights: {},
    seed: 1
  })
  if (!run.ok) throw new Error(run.error.message)
  return Array.from(run.value.outputs['output-0']?.data ?? [])
}

const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length

function deviation(numbers: readonly number[]): number {
  const middle = mean(numbers)
  return Math.sqrt(mean(numbers.map(n => (n - middle) ** 2)))
}

describe('while training, of many numbers that are all 2', () => {
  const twos = new Float32Array(BATCH * 500).fill(2)

  it.each([
    { type: 'gaussianNoise', params: { stddev: 0.3 }, expected: 0.3 },
    { type: 'gaussianDropout', params: { rate: 0.2 }, expected: 2 * Math.sqrt(0.2 / 0.8) },
    { type: 'gaussianDropout', params: { rate: 0.5 }, expected: 2 }
  ])('$type $params keeps the mean and makes the deviation $expected', ({ type, params, expected }) => {
    const y = trainedOn(type, params, [500], twos)
    expect(Math.abs(mean(y) - 2)).toBeLessThan(0.05)
    expect(Math.abs(deviation(y) - expected)).toBeLessThan(0.05)
  })
})

it.each([0.1, 0.5])('alphaDropout of rate %d keeps mean 0 and deviation 1', rate => {
  const x = Float32Array.from(normals(1, 0, 'x', BATCH * 500))
  const y = trainedOn('alphaDropout', { rate }, [500], x)
  expect(Math.abs(mean(y))).toBeLessThan(0.05)
  expect(Math.abs(deviation(y) - 1)).toBeLessThan(0.05)
})

it.each([
  { type: 'spatialDropout1d', spatial: [6] },
  { type: 'spatialDropout2d', spatial: [3, 2] },
  { type: 'spatialDropout3d', spatial: [1, 3, 2] }
])(
  '$type drops a fourth of all channels, each at all places, and scales up the rest',
  ({ type, spatial }) => {
    const [places, channels] = [6, 50]
    const ones = new Float32Array(BATCH * places * channels).fill(1)
    const y = trainedOn(type, { rate: 0.25 }, [...spatial, channels], ones)
    const first = y.filter((_, i) => i % (places * channels) < channels)
    expect(Math.abs(mean(first.map(n => (n === 0 ? 1 : 0))) - 0.25)).toBeLessThan(0.05)
    for (const [i, n] of y.entries()) {
      const sample = Math.floor(i / (places * channels))
      expect(n).toBe(first[sample * channels + (i % channels)])
      expect([0, 1 / 0.75]).toContain(n)
    }
  }
)

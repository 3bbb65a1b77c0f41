import { beforeAll, describe, expect, test } from 'vitest'
import type { BlockCase } from '../../shared/blocks/cases/block-case'
import { caseNetwork } from '../../shared/blocks/cases/case-network'
import { caseNumbers } from '../../shared/blocks/cases/case-numbers'
import { keepFact } from '../../shared/blocks/cases/node-facts'
import { ALL_CASES } from '../../shared/blocks/cases/registry'
import type { WeightData } from '../../shared/blocks/weights'
import { flattenNetwork } from '../../shared/network/flatten'
import { differentiate } from '../../shared/network/interpret'
import { traceNetwork } from '../../shared/network/trace'
import { difference, distance, type Numbers } from './compare'
import { asIn, resultsOf, runModels, type Framework, type ModelCase, type ModelRun } from './models'
import type { NumpyArray } from './numpy-array'

const OUTPUTS = 1e-4
const GRADIENTS = 1e-3
const frameworks: readonly Framework[] = ['keras', 'pytorch']
const all = ALL_CASES.map(([type, name, row]) => ({ type, title: `${type}, ${name}`, ...prepare(type, row) }))

describe.each(frameworks)('%s', framework => {
  let runs: readonly ModelRun[] = []
  beforeAll(async () => {
    runs = await runModels(framework, all)
  }, 300_000)

  test.each(all.map(({ title }, n) => [title, n] as const))('%s', (_title, n) => {
    const found = all[n]
    if (!found) throw new Error(`there is no case ${n}`)
    const run = resultsOf(runs[n])
    const { source, reference, weightGradients } = found
    const problems: Record<string, string | null> = {}
    const worst = { outputs: 0, gradients: 0 }
    for (const [i, { block }] of source.network.outputs.entries()) {
      const expected = reference.outputs[block]
      if (!expected) continue
      // Where the cotangent is 0 there is padding: anything may come out.
      const counts = (at: number): boolean => found.cotangents[i]?.data[at] !== 0
      problems[block] = difference(run.outputs[i], expected, OUTPUTS, counts)
      worst.outputs = Math.max(worst.outputs, distance(run.outputs[i], expected, counts))
    }
    const compareGradients = (name: string, actual: NumpyArray | undefined, expected: Numbers): void => {
      problems[name] = difference(actual, expected, GRADIENTS)
      worst.gradients = Math.max(worst.gradients, distance(actual, expected))
    }
    for (const [i, { block, type }] of source.network.root.inputs.entries()) {
      const expected = reference.gradients.inputs[block]
      if (expected && type.dtype === 'float32') compareGradients(block, run.inputGradients[i], expected)
    }
    const expectedGradients = asIn(framework, source, weightGradients)
    for (const [name, gradient] of run.gradients) {
      const expected = expectedGradients.get(name)
      if (expected) compareGradients(name, gradient, expected)
      else problems[name] = 'is no weight of ours'
    }
    keepFact({ target: framework, type: found.type, ...worst })
    expect(Object.entries(problems).filter(([, problem]) => problem !== null)).toEqual([])
    expect(run.gradients.size).toBeGreaterThanOrEqual(found.trainedWeights)
  })
})

function prepare(type: string, blockCase: BlockCase) {
  const network = caseNetwork(type, blockCase)
  const flat = flattenNetwork(network)
  if (!flat.ok) throw new Error(flat.error)
  const numbers = caseNumbers(flat.value, blockCase)
  const training = blockCase.training === true
  const program = traceNetwork(flat.value, { batch: numbers.batch, time: numbers.time, training })
  const feed = { inputs: Object.fromEntries(numbers.inputs), weights: Object.fromEntries(numbers.weights) }
  const reference = differentiate(program, feed, Object.fromEntries(numbers.cotangents))
  if (!reference.ok) throw new Error(`${type}: ${reference.error.message}`)
  const weightGradients = new Map(
    [...numbers.weights].map(([path, { shape }]): [string, WeightData] => {
      const data = reference.value.gradients.weights[path]?.data ?? new Float32Array()
      return [path, { dtype: 'float32', shape, data: Float32Array.from(data) }]
    })
  )
  const ready: ModelCase & { readonly cotangents: NonNullable<ModelCase['cotangents']> } = {
    source: { network },
    weights: numbers.weights,
    inputs: [...numbers.inputs.values()],
    cotangents: [...numbers.cotangents.values()],
    training
  }
  // PyTorch joins some of ours into one, never the other way round.
  const trainedWeights = flat.value.layers.some(layer => layer.node.weights.some(weight => weight.trainable))
    ? 1
    : 0
  return { ...ready, reference: reference.value, weightGradients, trainedWeights }
}

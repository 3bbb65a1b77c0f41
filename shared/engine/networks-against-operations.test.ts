import * as tf from '@tensorflow/tfjs-core'
import * as fc from 'fast-check'
import { afterEach, beforeAll, expect, it } from 'vitest'
import type { BlockCase } from '../blocks/cases/block-case'
import { caseNumbers } from '../blocks/cases/case-numbers'
import type { Document } from '../document/schema'
import { anyNetwork } from '../graph/arbitrary'
import { analyseOnce, documentOf, network } from '../graph/testing'
import { flattenNetwork, type FlatNetwork } from '../network/flatten'
import { initialWeights } from '../network/initialise'
import { interpret } from '../network/interpret'
import { lower } from '../network/lower'
import { largestIn } from '../network/operations/testing'
import { countWeights } from '../network/summary'
import { traceNetwork } from '../network/trace'
import { buildNetwork } from './build'
import { difference, useBackend } from './testing/node-backends'

const row: BlockCase = { name: 'a network', inputs: {}, batch: 2, time: 3, shape: [], weights: 0 }

beforeAll(() => useBackend('cpu'))
afterEach(() => tf.disposeVariables())

function flatten(document: Document): FlatNetwork {
  const lowered = lower(document, analyseOnce(document))
  const flat = lowered.ok && flattenNetwork(lowered.value)
  if (!flat || !flat.ok) throw new Error('not lowered')
  return flat.value
}

/** By output block, from the interpreter and from tfjs; shapes of all layers are compared on the way. */
function bothRun(flat: FlatNetwork) {
  const { batch, time, inputs, weights } = caseNumbers(flat, row)
  const expected = interpret(
    traceNetwork(flat, { batch, time }),
    { inputs: Object.fromEntries(inputs), weights: Object.fromEntries(weights) },
    { trace: true }
  )
  if (!expected.ok) throw new Error(expected.error.message)
  const built = buildNetwork(flat, 1)
  expect(built.model.countParams()).toBe(countWeights(flat).parameters)
  expect([...built.weights.keys()].toSorted()).toEqual([...initialWeights(flat, 1).keys()].toSorted())
  const found = tf.tidy(() => {
    for (const [path, variable] of built.weights) {
      const given = weights.get(path)
      if (given) variable.assign(tf.tensor(given.data, [...given.shape]))
    }
    const given = flat.inputs.map(({ block }) => {
      const { shape = [], data = [], dtype = 'float32' } = inputs.get(block) ?? {}
      return tf.tensor(Array.from(data), [...shape], dtype)
    })
    const shapes = new Map<string, readonly number[]>()
    const { outputs } = built.run(given, { training: false, step: 0 }, (name, output) => {
      shapes.set(built.layerOf(name)?.path ?? name, output.shape)
    })
    for (const layer of flat.layers) {
      const shape = shapes.get(layer.path)
      if (shape) expect(shape).toEqual([batch, ...(layer.outputs[0]?.type.shape ?? []).map(d => d ?? time)])
    }
    return outputs.map(output => output.dataSync())
  })
  built.model.dispose()
  return flat.outputs.map(({ block }, i) => ({
    interpreted: expected.value.outputs[block]?.data ?? [],
    byTfjs: found[i] ?? [],
    largest: largestIn(expected.value.trace?.values() ?? [])
  }))
}

it('networks grown by infer: shapes, weights and results are the same in tfjs', () => {
  let compared = 0
  fc.assert(
    fc.property(anyNetwork, document => {
      const flat = flatten(document)
      if (flat.outputs.length === 0) return
      for (const { interpreted, byTfjs, largest } of bothRun(flat)) {
        // Exponentials of exponentials leave the range of float32.
        if (!(largest < 1e3)) continue
        compared++
        expect(difference(byTfjs, interpreted)).toBeLessThan(1e-3)
      }
    }),
    { numRuns: 30 }
  )
  expect(compared).toBeGreaterThan(20)
})

it('a block may borrow weights from one that comes after it', () => {
  const document = documentOf(
    network(
      {
        'input-1': ['input', { shape: [3] }],
        'dense-1': ['dense', { units: 3, activation: 'tanh' }, { weightsOf: 'dense-2', frozen: true }],
        'dense-2': ['dense', { units: 3, activation: 'tanh' }],
        'output-1': ['output', { loss: 'meanSquaredError' }]
      },
      'input-1 > dense-1 > dense-2 > output-1'
    )
  )
  const flat = flatten(document)
  expect(flat.layers.map(layer => layer.path)).toEqual(['dense-1', 'dense-2'])
  const [output] = bothRun(flat)
  expect(difference(output?.byTfjs ?? [], output?.interpreted ?? [])).toBeLessThan(1e-5)
  expect(buildNetwork(flat, 1).trainable).toHaveLength(2)
})

import * as tf from '@tensorflow/tfjs-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { BlockCase } from '../blocks/cases/block-case'
import { caseNetwork } from '../blocks/cases/case-network'
import { caseNumbers, type CaseNumbers } from '../blocks/cases/case-numbers'
import { keepFact } from '../blocks/cases/node-facts'
import { ALL_CASES } from '../blocks/cases/registry'
import { flattenNetwork, type FlatNetwork } from '../network/flatten'
import { differentiate, type Arrays } from '../network/interpret'
import type { NdArray } from '../network/nd-array'
import { traceNetwork } from '../network/trace'
import { buildNetwork } from './build'
import { difference, useBackend } from './testing/node-backends'

const SEED = 11
/** Not the first, so that a layer that forgets the step is found out. */
const STEP = 3

interface Prepared {
  readonly flat: FlatNetwork
  readonly numbers: CaseNumbers
}

function prepare(type: string, row: BlockCase): Prepared {
  const flat = flattenNetwork(caseNetwork(type, row))
  if (!flat.ok) throw new Error(flat.error)
  return { flat: flat.value, numbers: caseNumbers(flat.value, row) }
}

/** What one engine gives: the output where its mask is 1, gradients, and new moving statistics. */
interface Results {
  readonly output: readonly number[]
  readonly gradients: Readonly<Record<string, ArrayLike<number>>>
  readonly assigned: Readonly<Record<string, ArrayLike<number>>>
}

const numbersOf = (arrays: Arrays): Results['assigned'] =>
  Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, array.data]))

function byInterpreter({ flat, numbers }: Prepared, training: boolean): Results {
  const { batch, time, inputs, weights, cotangents } = numbers
  const run = differentiate(
    traceNetwork(flat, { batch, time, training }),
    {
      inputs: Object.fromEntries(inputs),
      weights: Object.fromEntries(weights),
      seed: SEED,
      step: STEP
    },
    Object.fromEntries(cotangents)
  )
  if (!run.ok) throw new Error(run.error.message)
  const { outputs, assigned, gradients } = run.value
  return {
    output: flat.outputs.flatMap(({ block }) =>
      seen(outputs[block]?.data ?? [], cotangents.get(block) as NdArray)
    ),
    gradients: numbersOf({ ...gradients.inputs, ...gradients.weights }),
    assigned: numbersOf(assigned)
  }
}

/** Numbers at steps that count: the cotangent is 0 at the others. */
function seen(data: ArrayLike<number>, cotangent: NdArray): number[] {
  return Array.from(data, (x, i) => (cotangent.data[i] === 0 ? 0 : x))
}

const tensorOf = ({ shape, data, dtype }: NdArray): tf.Tensor =>
  tf.tensor(dtype === 'int32' ? Int32Array.from(data) : Float32Array.from(data), [...shape], dtype)

function byTfjs({ flat, numbers }: Prepared, training: boolean): Results & { readonly shapes: unknown } {
  const built = buildNetwork(flat, SEED)
  const wanted: Record<string, tf.Variable> = {}
  const given = flat.inputs.map(({ block }): tf.Tensor => {
    const tensor = tensorOf(numbers.inputs.get(block) as NdArray)
    return tensor.dtype === 'int32' ? tensor : (wanted[block] = tf.variable(tensor, true))
  })
  for (const [path, variable] of built.weights)
    variable.assign(tensorOf(numbers.weights.get(path) as unknown as NdArray))
  const above = flat.outputs.map(({ block }) => numbers.cotangents.get(block) as NdArray)
  let output: number[] = []
  for (const variable of built.trainable)
    wanted[[...built.weights].find(([, v]) => v === variable)?.[0] ?? ''] = variable
  const loss = (): tf.Scalar => {
    const { outputs } = built.run(given, { training, step: STEP })
    output = outputs.flatMap((y, i) => seen(y.dataSync(), above[i] as NdArray))
    return outputs
      .map((y, i) => tf.sum(tf.mul(y, tensorOf(above[i] as NdArray))))
      .reduce((a, b) => tf.add(a, b)) as tf.Scalar
  }
  const variables = Object.values(wanted)
  const grads = variables.length > 0 ? tf.variableGrads(loss, variables).grads : (loss(), {})
  const moved = flat.layers.flatMap(({ path, node }) =>
    node.weights.filter(w => !w.trainable).map(w => `${path}/${w.name}`)
  )
  return {
    output,
    gradients: Object.fromEntries(
      Object.entries(wanted).map(([path, v]) => [path, grads[v.name]?.dataSync() ?? []])
    ),
    assigned: training
      ? Object.fromEntries(moved.map(path => [path, built.weights.get(path)?.dataSync() ?? []]))
      : {},
    shapes: built.model.outputs.map(symbol => symbol.shape)
  }
}

describe.each(['cpu', 'wasm'] as const)('on %s', backend => {
  afterEach(() => tf.disposeVariables())

  it.each(ALL_CASES)('%s, %s: tfjs gives what the operations mean', async (type, _name, row) => {
    await useBackend(backend)
    const prepared = prepare(type, row)
    for (const training of [false, true]) {
      const expected = byInterpreter(prepared, training)
      const { shapes, ...found } = byTfjs(prepared, training)
      const worst = (of: Readonly<Record<string, ArrayLike<number>>>, by: Results['gradients']): number =>
        Math.max(0, ...Object.entries(of).map(([path, numbers]) => difference(numbers, by[path] ?? [])))
      keepFact({
        target: `tfjs on ${backend}`,
        type,
        outputs: difference(found.output, expected.output),
        gradients: worst(found.gradients, expected.gradients)
      })
      expect(shapes).toEqual([[null, ...row.shape]])
      expect(difference(found.output, expected.output)).toBeLessThan(1e-4)
      expect(Object.keys(found.assigned).toSorted()).toEqual(Object.keys(expected.assigned).toSorted())
      for (const [path, numbers] of Object.entries(found.assigned))
        expect(difference(numbers, expected.assigned[path] ?? []), path).toBeLessThan(1e-4)
      for (const [path, numbers] of Object.entries(found.gradients))
        expect(difference(numbers, expected.gradients[path] ?? []), path).toBeLessThan(1e-3)
    }
  })
})

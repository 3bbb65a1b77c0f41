import * as tf from '@tensorflow/tfjs-core'
import { describe, expect, it } from 'vitest'
import { differentiate } from '../../network/interpret'
import type { NdArray } from '../../network/nd-array'
import { gradientCases } from '../../network/operations/gradient-cases'
import { drawn, prepare, type Case } from '../../network/operations/testing'
import { difference, useBackend } from '../testing/node-backends'
import { planFor, runPlan } from './run-program'

const tensorOf = ({ shape, data, dtype }: NdArray): tf.Tensor =>
  tf.tensor(Array.from(data), [...shape], dtype)

/** Of Σ c · y, c drawn: the results, and the gradients of float32 inputs by their names. */
function byTfjs(test: Case, cotangents: Readonly<Record<string, NdArray>>) {
  const { program, feed } = prepare(test)
  const plan = planFor(program, Object.values(program.outputs))
  const variables: Record<string, tf.Variable> = {}
  const inputs: Record<string, tf.Tensor> = {}
  for (const [name, array] of Object.entries(feed.inputs)) {
    const tensor = tensorOf(array)
    inputs[name] = array.dtype === 'int32' ? tensor : (variables[name] = tf.variable(tensor, true))
  }
  let outputs: number[] = []
  const loss = (): tf.Scalar => {
    const made = runPlan(plan, { inputs, weights: {}, seed: feed.seed ?? 0, step: feed.step ?? 0 })
    outputs = made.flatMap(y => Array.from(y.dataSync()))
    return Object.keys(program.outputs)
      .map((name, i) => tf.sum(tf.mul(made[i] as tf.Tensor, tensorOf(cotangents[name] as NdArray))))
      .reduce((a, b) => tf.add(a, b)) as tf.Scalar
  }
  const { grads } = tf.variableGrads(loss, Object.values(variables))
  return {
    outputs,
    gradients: Object.entries(variables).map(([name, v]) => [name, grads[v.name]?.dataSync() ?? []] as const)
  }
}

describe.each(['cpu', 'wasm'] as const)('on %s', backend => {
  it.each(
    Object.entries(gradientCases).flatMap(([family, cases]) =>
      cases.map(test => [`${family}, ${test.name}`, test] as const)
    )
  )('%s: results and gradients are those of the interpreter', async (_name, test) => {
    await useBackend(backend)
    tf.engine().startScope()
    const { program, feed } = prepare(test)
    const cotangents = Object.fromEntries(
      Object.entries(program.outputs).map(([name, { shape }]) => [
        name,
        drawn(shape, `cotangent ${name}`, [-1, 1])
      ])
    )
    const reference = differentiate(program, feed, cotangents)
    if (!reference.ok) throw new Error(reference.error.message)
    const found = byTfjs(test, cotangents)
    const expected = Object.keys(program.outputs).flatMap(name =>
      Array.from(reference.value.outputs[name]?.data ?? [])
    )
    expect(difference(found.outputs, expected)).toBeLessThan(2e-5)
    for (const [name, gradient] of found.gradients)
      expect(difference(gradient, reference.value.gradients.inputs[name]?.data ?? []), name).toBeLessThan(
        1e-4
      )
    tf.engine().endScope()
    tf.disposeVariables()
  })
})

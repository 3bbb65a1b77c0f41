import * as tf from '@tensorflow/tfjs-core'
import { describe, expect, it } from 'vitest'
import { ruleOf, type OptimizerSpec } from './optimizer-rules'
import { createOptimizer, type Optimizer } from './optimizers'
import reference from './testing/reference.json'
import { difference, tensorOf, useBackend } from './testing/node-backends'

const specs: [keyof typeof reference.optimizers, OptimizerSpec][] = [
  ['sgd', { type: 'sgd', learningRate: 0.1 }],
  ['momentum', { type: 'sgd', learningRate: 0.1, momentum: 0.9 }],
  ['nesterov', { type: 'sgd', learningRate: 0.1, momentum: 0.9, nesterov: true }],
  ['adam', { type: 'adam', learningRate: 0.1, epsilon: 1e-3 }],
  ['adamw', { type: 'adamw', learningRate: 0.1, epsilon: 1e-3, weightDecay: 0.1 }],
  ['nadam', { type: 'nadam', learningRate: 0.1, epsilon: 1e-3 }],
  ['adamax', { type: 'adamax', learningRate: 0.1, epsilon: 1e-3 }],
  ['rmsprop', { type: 'rmsprop', learningRate: 0.1, rho: 0.9, epsilon: 1e-3 }],
  ['adagrad', { type: 'adagrad', learningRate: 0.1, start: 0.1, epsilon: 1e-3 }],
  ['adadelta', { type: 'adadelta', learningRate: 0.1, rho: 0.9, epsilon: 1e-3 }]
]

let count = 0
const weight = (): tf.Variable => tf.tidy(() => tf.variable(tensorOf([2, 3], 1), true, `optimized${count++}`))

function take(optimizer: Optimizer, w: tf.Variable, from: number, to: number): void {
  for (let step = from; step < to; step++) {
    if (step === 3) optimizer.setLearningRate(0.01)
    tf.tidy(() => optimizer.apply({ [w.name]: tensorOf([2, 3], step + 2) }))
  }
}

describe.each(specs)('%s', (name, spec) => {
  const expected = reference.optimizers[name]

  it.each(['cpu', 'wasm'] as const)('steps on %s as PyTorch does', async backend => {
    await useBackend(backend)
    const w = weight()
    const optimizer = createOptimizer(spec)
    take(optimizer, w, 0, 5)
    expect(difference(w.dataSync(), expected)).toBeLessThan(1e-5)
  })

  it('goes on from a checkpoint as if it had not stopped', async () => {
    await useBackend('wasm')
    const w = weight()
    const first = createOptimizer(spec)
    take(first, w, 0, 3)
    const second = createOptimizer(spec)
    second.load(await first.state())
    take(first, weight(), 3, 4)
    take(second, w, 3, 5)
    expect(difference(w.dataSync(), expected)).toBeLessThan(1e-5)
  })

  it('has the same rule in operations, for a GPU', async () => {
    await useBackend('wasm')
    let [w, ...slots]: readonly tf.Tensor[] = [tensorOf([2, 3], 1)]
    for (let step = 0; step < 5; step++) {
      const rate = step < 3 ? 0.1 : 0.01
      ;[w, ...slots] = ruleOf(spec).operations(
        w as tf.Tensor,
        tensorOf([2, 3], step + 2),
        slots,
        rate,
        step + 1
      )
    }
    expect(difference((w as tf.Tensor).dataSync(), expected)).toBeLessThan(1e-5)
  })
})

describe('an optimizer', () => {
  it.each(['cpu', 'wasm'] as const)('leaves no tensor behind in 50 steps on %s', async backend => {
    await useBackend(backend)
    const w = weight()
    const optimizer = createOptimizer({ type: 'adam', learningRate: 0.1 })
    take(optimizer, w, 0, 1)
    const before = [tf.memory().numTensors, tf.backend().numDataIds()]
    take(optimizer, w, 1, 51)
    expect([tf.memory().numTensors, tf.backend().numDataIds()]).toEqual(before)
  })

  it.each(['cpu', 'wasm'] as const)('does not move a copy of a weight on %s', async backend => {
    await useBackend(backend)
    const w = weight()
    const copies = [tf.clone(w), tf.reshape(w, [6])]
    const kept = w.dataSync()
    take(createOptimizer({ type: 'sgd', learningRate: 0.1 }), w, 0, 2)
    for (const values of [kept, ...copies.map(c => c.dataSync())]) {
      expect(difference(values, tensorOf([6], 1).dataSync())).toBe(0)
    }
    expect(difference(w.dataSync(), tensorOf([6], 1).dataSync())).toBeGreaterThan(0.01)
  })
})

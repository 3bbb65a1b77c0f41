import * as tf from '@tensorflow/tfjs-core'
import { describe, expect, it } from 'vitest'
import { lossByOperations } from './loss-by-operations'
import * as losses from './losses'
import { binaryAccuracy, categoricalAccuracy } from './metrics'
import reference from './testing/reference.json'
import { difference, tensorOf, useBackend, type Op } from './testing/node-backends'

const classes = (): tf.Tensor => tf.tensor([0, 2, 1, 2], [4], 'int32')
const binary = (): tf.Tensor => tf.tensor([0, 1, 1, 0], [4], 'int32')
const scaled = (x: tf.Tensor | undefined): tf.Tensor => tf.mul(x as tf.Tensor, 30)
const cases: [keyof typeof reference.losses, number[], Op][] = [
  ['crossEntropy', [4, 3], x => losses.crossEntropy(scaled(x), classes())],
  ['crossEntropyProbabilities', [4, 3], x => losses.crossEntropyProbabilities(tf.softmax(x), classes())],
  ['binaryCrossEntropy', [4, 1], x => losses.binaryCrossEntropy(scaled(x), binary())],
  [
    'binaryCrossEntropyProbabilities',
    [4, 1],
    x => losses.binaryCrossEntropyProbabilities(tf.sigmoid(x), binary())
  ],
  ['meanSquaredError', [4, 3], x => losses.meanSquaredError(x, tensorOf([4, 3], 5))],
  ['meanAbsoluteError', [4, 3], x => losses.meanAbsoluteError(x, tensorOf([4, 3], 5))],
  ['huber', [4, 3], x => lossByOperations('huber', false)(tf.mul(x, 3), tensorOf([4, 3], 5))],
  ['poisson', [4, 3], x => lossByOperations('poisson', false)(tf.add(x, 2), tf.add(tensorOf([4, 3], 5), 2))]
]

describe.each(['cpu', 'wasm'] as const)('losses on %s', backend => {
  it.each(cases)('%s and its gradient are those of PyTorch', async (name, shape, op) => {
    await useBackend(backend)
    const { value, grad } = tf.valueAndGrad((x: tf.Tensor) => op(x))(tensorOf(shape, 2))
    expect(difference([...value.dataSync(), ...grad.dataSync()], reference.losses[name])).toBeLessThan(1e-5)
  })

  it('stay finite for scores of ±1000', async () => {
    await useBackend(backend)
    const scores = tf.tensor([1000, -1000], [1, 2])
    expect(losses.crossEntropy(scores, tf.tensor([1], [1], 'int32')).dataSync()[0]).toBe(2000)
    expect(losses.binaryCrossEntropy(tf.tensor([1000, -1000]), tf.tensor([0, 1])).dataSync()[0]).toBe(1000)
  })

  it('take a class for every step of a sequence', async () => {
    await useBackend(backend)
    const scores = tensorOf([2, 2, 3], 2)
    const each = losses.crossEntropy(scores, tf.tensor([0, 2, 1, 2], [2, 2], 'int32')).dataSync()
    const flat = losses.crossEntropy(tf.reshape(scores, [4, 3]), classes()).dataSync()
    expect(difference(each, flat)).toBeLessThan(1e-6)
  })

  it('accuracy counts what is right', async () => {
    await useBackend(backend)
    const scores = tf.tensor([
      [3, 1, 2],
      [0, 1, 5],
      [1, 0, 0],
      [0, 1, 2]
    ])
    expect(categoricalAccuracy(scores, classes()).dataSync()[0]).toBe(0.75)
    expect(binaryAccuracy(tf.tensor([[-1], [2], [-3], [1]]), binary(), 0).dataSync()[0]).toBe(0.5)
    expect(binaryAccuracy(tf.tensor([[0.2], [0.6], [0.7], [0.4]]), binary(), 0.5).dataSync()[0]).toBe(1)
  })
})

import * as tf from '@tensorflow/tfjs-core'
import { input, layers, model as makeModel } from '@tensorflow/tfjs-layers'
import type { SymbolicTensor } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import { BlockpropBlock } from './layers/block'
import { BlockpropLSTM } from './layers/lstm'
import { BlockpropMultiHeadAttention } from './layers/multi-head-attention'
import { modelRunner } from './run-model'
import { difference, tensorOf, useBackend } from './testing/node-backends'

const inference = { training: false, step: 0 }
const ids = (): tf.Tensor => tf.tensor([1, 2, 3, 0, 4, 0, 0, 0], [2, 4], 'int32')

const averaging = (): BlockpropBlock =>
  new BlockpropBlock({
    block: 'globalAveragePooling1d',
    values: {},
    dtypes: { in: ['float32'] },
    seed: 1,
    path: 'a'
  })

describe('modelRunner', () => {
  it('gives what the stock executor gives where there are no masks', async () => {
    await useBackend('wasm')
    const x = input({ shape: [6] })
    const hidden = layers.dense({ units: 5, activation: 'tanh' }).apply(x) as SymbolicTensor
    const joined = layers.concatenate().apply([hidden, x]) as SymbolicTensor
    const model = makeModel({
      inputs: x,
      outputs: [layers.dense({ units: 2 }).apply(joined) as SymbolicTensor, hidden]
    })
    const batch = tensorOf([3, 6])
    const seen: string[] = []
    const { outputs, masks } = modelRunner(model).run([batch], inference, name => seen.push(name))
    const stock = model.predict(batch) as tf.Tensor[]
    expect(outputs.map((y, i) => difference(y.dataSync(), stock[i]?.dataSync() ?? []))).toEqual([0, 0])
    expect(masks).toEqual([null, null])
    expect(seen).toHaveLength(3)
  })

  it('hands a mask only to what it belongs to', async () => {
    await useBackend('wasm')
    const words = input({ shape: [4], dtype: 'int32' })
    const numbers = input({ shape: [4, 3] })
    const embedded = layers
      .embedding({ inputDim: 5, outputDim: 3, maskZero: true })
      .apply(words) as SymbolicTensor
    const masked = averaging().apply(embedded) as SymbolicTensor
    const plain = averaging().apply(numbers) as SymbolicTensor
    const model = makeModel({ inputs: [words, numbers], outputs: [masked, plain, embedded] })
    const series = tensorOf([2, 4, 3])
    const { outputs, masks } = modelRunner(model).run([ids(), series], inference)
    const rows = outputs[2]?.dataSync() ?? []
    expect(difference(outputs[0]?.dataSync().slice(3) ?? [], rows.slice(12, 15))).toBeLessThan(1e-6)
    expect(difference(outputs[1]?.dataSync() ?? [], tf.mean(series, 1).dataSync())).toBeLessThan(1e-6)
    expect(Array.from(masks[2]?.dataSync() ?? [])).toEqual([1, 1, 1, 0, 1, 0, 0, 0])
  })

  it('gives attention the mask of its value, and trains through an embedding and an LSTM', async () => {
    await useBackend('wasm')
    const words = input({ shape: [4], dtype: 'int32' })
    const queries = input({ shape: [2, 3] })
    const embedded = layers
      .embedding({ inputDim: 5, outputDim: 3, maskZero: true })
      .apply(words) as SymbolicTensor
    const read = new BlockpropLSTM({ units: 3, returnSequences: true }).apply(embedded) as SymbolicTensor
    const attended = new BlockpropMultiHeadAttention({
      heads: 1,
      keyDim: 2,
      valueDim: 2,
      dropout: 0,
      useBias: true,
      causal: false,
      seed: 0,
      path: ''
    }).apply([queries, read]) as SymbolicTensor
    const model = makeModel({ inputs: [words, queries], outputs: attended })
    model.setWeights(model.getWeights().map((w, i) => tensorOf(w.shape, i + 1)))
    const runner = modelRunner(model)
    const run = (word: tf.Tensor): tf.Tensor =>
      runner.run([word, tensorOf([2, 2, 3])], inference).outputs[0] as tf.Tensor
    const before = run(ids()).dataSync()
    const { grads } = tf.variableGrads(() => tf.sum<tf.Scalar>(tf.square(run(ids()))))
    expect(Object.keys(grads)).toHaveLength(12)
    const embedding = Object.values(grads)[0]?.dataSync() ?? []
    expect(embedding.slice(0, 3)).toEqual(new Float32Array(3))
    expect(Array.from(embedding.slice(3)).every(g => g !== 0 && Number.isFinite(g))).toBe(true)

    const longer = tf.concat([ids(), tf.zeros([2, 3], 'int32')], 1)
    expect(difference(run(longer).dataSync(), before)).toBeLessThan(1e-6)
  })

  it('leaves only its outputs and masks', async () => {
    await useBackend('wasm')
    const words = input({ shape: [4], dtype: 'int32' })
    const embedded = layers
      .embedding({ inputDim: 5, outputDim: 3, maskZero: true })
      .apply(words) as SymbolicTensor
    const runner = modelRunner(makeModel({ inputs: words, outputs: embedded }))
    const batch = ids()
    const before = tf.memory().numTensors
    const { outputs, masks } = runner.run([batch], inference)
    expect(tf.memory().numTensors).toBe(before + 2)
    for (const tensor of [...outputs, ...masks]) tensor?.dispose()
    expect(tf.memory().numTensors).toBe(before)
  })
})

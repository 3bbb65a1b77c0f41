import * as tf from '@tensorflow/tfjs-core'
import type { layers as tfLayers } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import type { AnyValues } from '../../blocks/params'
import { activationFunctions, type ActivationName } from '../activation-functions'
import keras from '../testing/reference.json'
import { difference, outputAndGradients, tensorOf, useBackend } from '../testing/node-backends'
import { BlockpropActivation } from './activation'
import { BlockpropBatchNormalization } from './batch-normalization'
import { BlockpropBlock } from './block'
import { BlockpropLayerNormalization } from './layer-normalization'
import { BlockpropLSTM } from './lstm'
import { BlockpropMultiHeadAttention } from './multi-head-attention'

const backends = ['cpu', 'wasm'] as const
const SEQUENCE = [3, 4, 2]
const mask = (): tf.Tensor => tf.tensor([1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 1], [3, 4], 'bool')

/** `layer` on `inputs`, with the weights that the reference has. */
function run(
  layer: tfLayers.Layer,
  inputs: tf.Tensor[],
  seed: number,
  kwargs: Record<string, unknown> = {}
): ArrayLike<number> {
  const x = inputs.length === 1 ? (inputs[0] as tf.Tensor) : inputs
  layer.apply(x)
  layer.setWeights(layer.weights.map((w, i) => tensorOf(w.shape.map(Number), seed + i)))
  return (layer.apply(x, kwargs) as tf.Tensor).dataSync()
}

const byOperations = (block: string, values: AnyValues, path = 'a'): BlockpropBlock =>
  new BlockpropBlock({ block, values, dtypes: { in: ['float32'] }, seed: 7, path })
const averaging = (): BlockpropBlock => byOperations('globalAveragePooling1d', {})
const dropping = (rate: number, path: string): BlockpropBlock => byOperations('dropout', { rate }, path)

const attention = {
  heads: 2,
  keyDim: 3,
  valueDim: 4,
  dropout: 0,
  useBias: true,
  causal: false,
  seed: 1,
  path: 'a'
}

const cases: [string, () => ArrayLike<number>, readonly number[]][] = [
  ...(['lstm', 'lstmSequences', 'lstmBackwards'] as const).flatMap(name => {
    const layer = (): BlockpropLSTM =>
      new BlockpropLSTM({ units: 3, returnSequences: name !== 'lstm', goBackwards: name === 'lstmBackwards' })
    return [
      [name, () => run(layer(), [tensorOf(SEQUENCE, 1)], 5), keras[name]],
      [
        `${name} masked`,
        () => run(layer(), [tensorOf(SEQUENCE, 1)], 5, { mask: mask() }),
        keras[`${name}Masked`]
      ]
    ] satisfies [string, () => ArrayLike<number>, readonly number[]][]
  }),
  [
    'attention',
    () =>
      run(new BlockpropMultiHeadAttention(attention), [tensorOf([2, 3, 5], 2), tensorOf([2, 4, 6], 3)], 7),
    keras.attention
  ],
  [
    'attention, value masked',
    () =>
      run(new BlockpropMultiHeadAttention(attention), [tensorOf([2, 3, 5], 2), tensorOf([2, 4, 6], 3)], 7, {
        mask: [null, tf.tensor([1, 1, 1, 0, 1, 1, 0, 0], [2, 4], 'bool')]
      }),
    keras.attentionMasked
  ],
  [
    'attention, causal, without bias',
    () => {
      const x = tensorOf([2, 4, 5], 2)
      return run(
        new BlockpropMultiHeadAttention({ ...attention, valueDim: 3, causal: true, useBias: false }),
        [x, x],
        7
      )
    },
    keras.attentionCausal
  ],
  [
    'layer normalization',
    () => run(new BlockpropLayerNormalization({ epsilon: 1e-3 }), [tensorOf([4, 3, 2], 4)], 1),
    keras.layerNormalization
  ],
  [
    'global average, masked',
    () => run(averaging(), [tensorOf(SEQUENCE, 1)], 1, { mask: mask() }),
    keras.averageOverTime
  ]
]

describe.each(backends)('layers on %s give what Keras 3 gives', backend => {
  it.each(cases)('%s', async (_, output, expected) => {
    await useBackend(backend)
    expect(tf.tidy(() => difference(output(), expected))).toBeLessThan(1e-5)
  })

  it('batch normalization: inference, training and the moving statistics', async () => {
    await useBackend(backend)
    const layer = new BlockpropBatchNormalization({ momentum: 0.9, epsilon: 1e-3 })
    const x = tensorOf([4, 3, 2], 4)
    layer.apply(x)
    const weights = [1, 2, 3, 4].map(seed => tensorOf([2], seed))
    layer.setWeights(weights.map((w, i) => (i === 3 ? tf.add(w, 2) : w)))
    expect(difference((layer.apply(x) as tf.Tensor).dataSync(), keras.batchInference)).toBeLessThan(1e-5)
    const trained = tf.variableGrads(() => {
      const y = layer.apply(x, { training: true }) as tf.Tensor
      expect(difference(y.dataSync(), keras.batchTraining)).toBeLessThan(1e-5)
      return tf.sum<tf.Scalar>(tf.square(y))
    })
    expect(Object.keys(trained.grads)).toHaveLength(2)
    const moving = layer.getWeights().slice(2)
    expect(
      difference(
        moving.flatMap(w => Array.from(w.dataSync())),
        keras.batchMoving
      )
    ).toBeLessThan(1e-5)
  })

  it.each(Object.keys(activationFunctions) as ActivationName[])('%s and its gradient', async fn => {
    const layer = new BlockpropActivation({ fn, slope: 0.1, alpha: 0.5 })
    const results = await outputAndGradients(
      backend,
      x => layer.apply(x) as tf.Tensor,
      () => [tf.mul(tensorOf([2, 6], 4), 4)]
    )
    expect(
      difference(
        results.flatMap(r => Array.from(r)),
        keras.activations[fn]
      )
    ).toBeLessThan(2e-5)
  })

  it.each([2, 3] as const)('average pooling of %i with padding, and its gradient', async size => {
    const results = await outputAndGradients(
      backend,
      x => tf.avgPool(x as tf.Tensor4D, size, size === 2 ? 2 : 1, 'same'),
      () => [tensorOf([1, 3, 3, 2], 1)]
    )
    expect(
      difference(
        results.flatMap(r => Array.from(r)),
        keras[`averagePooling${size}`]
      )
    ).toBeLessThan(1e-5)
  })
})

describe('dropout', () => {
  const drop = (step: number, path: string): number[] =>
    Array.from(
      (
        dropping(0.25, path).apply(tf.ones([40, 50]), {
          training: true,
          step
        }) as tf.Tensor
      ).dataSync()
    )

  it('drops by seed, step and path alone, the same on every backend', async () => {
    await useBackend('cpu')
    const cpu = drop(3, 'a')
    await useBackend('wasm')
    expect(drop(3, 'a')).toEqual(cpu)
    expect(drop(4, 'a')).not.toEqual(cpu)
    expect(drop(3, 'b')).not.toEqual(cpu)
    const mean = cpu.reduce((sum, v) => sum + v, 0) / cpu.length
    expect(Math.abs(mean - 1)).toBeLessThan(0.06)
    expect(new Set(cpu)).toEqual(new Set([0, Math.fround(1 / 0.75)]))
  })

  it('leaves the input alone in inference, and wants to know the step in training', async () => {
    await useBackend('cpu')
    const layer = dropping(0.5, 'a')
    const x = tensorOf([3, 4])
    expect((layer.apply(x) as tf.Tensor).dataSync()).toEqual(x.dataSync())
    expect(() => layer.apply(x, { training: true })).toThrow('kwargs.step')
  })
})

describe('configurations', () => {
  it.each([
    new BlockpropLSTM({ units: 3, returnSequences: true, goBackwards: true }),
    new BlockpropMultiHeadAttention(attention),
    dropping(0.5, 'Block/1'),
    new BlockpropActivation({ fn: 'leakyRelu', slope: 0.2 }),
    new BlockpropLayerNormalization({ epsilon: 1e-5 }),
    new BlockpropBatchNormalization({ momentum: 0.9, epsilon: 1e-5, scale: false }),
    averaging()
  ])('$name makes the same layer again', layer => {
    const config = layer.getConfig()
    const [made, fromConfig] =
      tf.serialization.SerializationMap.getMap().classNameMap[layer.getClassName()] ?? []
    const again = made && fromConfig?.(made, config)
    expect(again?.getClassName()).toBe(layer.getClassName())
    expect(again?.getConfig()).toEqual(config)
  })
})

import * as tf from '@tensorflow/tfjs-core'
import { layers as tfLayers } from '@tensorflow/tfjs-layers'
import { describe, expect, it } from 'vitest'
import { difference, tensorOf, useBackend, values } from '../testing/node-backends'
import { BlockpropBatchNormalization } from './batch-normalization'
import { BlockpropLayerNormalization } from './layer-normalization'
import { BlockpropLSTM } from './lstm'
import { BlockpropMultiHeadAttention } from './multi-head-attention'

type Kwargs = Record<string, unknown>

/** Gradients of Σ y·c by the weights and the first input. */
function gradients(layer: tfLayers.Layer, inputs: tf.Tensor[], kwargs: Kwargs): ArrayLike<number>[] {
  return tf.tidy(() => {
    const x = tf.variable(inputs[0] as tf.Tensor)
    const given = (): tf.Tensor | tf.Tensor[] => (inputs.length === 1 ? x : [x, ...inputs.slice(1)])
    layer.apply(given())
    layer.setWeights(
      layer.weights.map((w, i) => tf.add(tensorOf(w.shape.map(Number), i + 2), w.trainable ? 0 : 2))
    )
    const loss = (): tf.Scalar => {
      const y = layer.apply(given(), kwargs) as tf.Tensor
      return tf.sum<tf.Scalar>(tf.mul(y, tensorOf(y.shape, 3)))
    }
    const { grads } = tf.variableGrads(loss)
    return Object.values(grads).map(g => g.dataSync())
  })
}

const mask = (): tf.Tensor => tf.tensor([1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 1], [3, 4], 'bool')
const stockLstm = (returnSequences: boolean, goBackwards: boolean): tfLayers.Layer =>
  tfLayers.lstm({
    units: 3,
    recurrentActivation: 'sigmoid',
    recurrentInitializer: 'zeros',
    returnSequences,
    goBackwards
  })

const pairs: [string, () => tfLayers.Layer, () => tfLayers.Layer, number[], () => Kwargs][] = [
  ...[true, false].flatMap(sequences =>
    [true, false].flatMap(masked => [
      [
        `LSTM ${sequences ? 'all steps' : 'last step'}${masked ? ', masked' : ''}`,
        () => new BlockpropLSTM({ units: 3, returnSequences: sequences }),
        () => stockLstm(sequences, false),
        [3, 4, 2],
        () => (masked ? { mask: mask() } : {})
      ] satisfies (typeof pairs)[number]
    ])
  ),
  [
    'LSTM backwards',
    () => new BlockpropLSTM({ units: 3, returnSequences: true, goBackwards: true }),
    () => stockLstm(true, true),
    [3, 4, 2],
    () => ({})
  ],
  [
    'layer normalization',
    () => new BlockpropLayerNormalization({ epsilon: 1e-3 }),
    () => tfLayers.layerNormalization({ epsilon: 1e-3 }),
    [4, 3, 5],
    () => ({})
  ],
  ...[
    [6, 3],
    [4, 3, 5],
    [2, 3, 4, 2]
  ].flatMap(shape =>
    [true, false].map(
      training =>
        [
          `batch normalization of rank ${shape.length}, ${training ? 'training' : 'inference'}`,
          () => new BlockpropBatchNormalization({ momentum: 0.9, epsilon: 1e-3 }),
          () => tfLayers.batchNormalization({ momentum: 0.9, epsilon: 1e-3 }),
          shape,
          () => ({ training })
        ] satisfies (typeof pairs)[number]
    )
  )
]

describe.each(['cpu', 'wasm'] as const)('gradients on %s', backend => {
  it.each(pairs)('%s: as those of the stock layer', async (_, own, stock, shape, kwargs) => {
    await useBackend(backend)
    const ours = gradients(own(), [tensorOf(shape, 1)], kwargs())
    const theirs = gradients(stock(), [tensorOf(shape, 1)], kwargs())
    expect(ours.length).toBeGreaterThan(2)
    expect(ours.map((g, i) => difference(g, theirs[i] ?? []))).toSatisfy((d: number[]) =>
      d.every(x => x < 1e-4)
    )
  })

  it('attention: as finite differences, with masks and dropout', async () => {
    await useBackend(backend)
    const layer = new BlockpropMultiHeadAttention({
      heads: 2,
      keyDim: 3,
      valueDim: 2,
      dropout: 0.3,
      useBias: true,
      causal: true,
      seed: 3,
      path: 'attention'
    })
    const query = tensorOf([2, 3, 4], 1)
    const value = tensorOf([2, 5, 3], 2)
    const kwargs = {
      training: true,
      step: 4,
      mask: [null, tf.tensor([1, 1, 1, 0, 0, 1, 1, 1, 1, 1], [2, 5], 'bool')]
    }
    const [first = [], ...all] = gradients(layer, [query, value], kwargs)
    expect(all).toHaveLength(8)
    const loss = (x: tf.Tensor): number => {
      const y = layer.apply([x, value], kwargs) as tf.Tensor
      return tf.sum(tf.mul(y, tensorOf(y.shape, 3))).dataSync()[0] ?? NaN
    }
    const direction = tensorOf([2, 3, 4], 7)
    const rise = loss(tf.add(query, tf.mul(direction, 0.01))) - loss(tf.sub(query, tf.mul(direction, 0.01)))
    const slope = Array.from(first).reduce((sum, g, i) => sum + g * (values(24, 7)[i] ?? 0), 0)
    expect(rise / 0.02).toBeCloseTo(slope, 3)
  })
})

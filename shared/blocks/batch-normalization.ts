import { call } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { epsilon } from './epsilon'
import { float } from './params'
import {
  hasAffine,
  kerasScaleAndShift,
  scaleAndShift,
  scaleAndShiftWeights,
  scaledAndShifted,
  torchScaleAndShift
} from './scale-and-shift'
import { reorderRows } from './torch-weights'
import { shapeText } from './tensor-type'
import { ones, zeros } from './weights'

/**
 * Ioffe & Szegedy 2015 over every axis but the last. Source: Keras 3 `layers.BatchNormalization`. The moving
 * variance is the biased one, as in Keras; PyTorch keeps the unbiased one, which differs by 1 in the count.
 */
export const batchNormalization = defineBlock({
  type: 'batchNormalization',
  label: 'BatchNormalization',
  aliases: ['batch norm', 'BN', 'normalise'],
  tasks: ['faster training', 'deep network', 'vanishing gradients', 'unstable training'],
  group: 'normalisation',
  docs: {
    summary:
      'Shifts and scales each feature so that over a batch its mean is 0 and its deviation is 1; then it learns a scale and a shift of its own.',
    use: 'Between a layer and its activation: deep networks then learn faster and more steadily.',
    formula: {
      tex: String.raw`y = \gamma\,\frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}} + \beta`,
      spoken: 'y is gamma times x minus mu, over the square root of sigma squared plus epsilon, plus beta',
      where: [
        [
          String.raw`\mu, \sigma^2`,
          'mean and variance of the feature over the batch; after training, their moving means'
        ],
        [String.raw`\gamma, \beta`, 'scale and shift: learned'],
        [String.raw`\varepsilon`, 'a little number, so that nothing is divided by 0']
      ]
    }
  },
  params: {
    momentum: float({
      label: 'Momentum',
      help: 'How much of the old moving mean is kept at each step. PyTorch counts the other way round: 1 − this.',
      default: 0.99,
      min: 0,
      max: 1,
      step: 0.01
    }),
    epsilon,
    ...scaleAndShift
  },
  inputs: { in: 'one' },
  card: p => `momentum ${p.momentum}`,
  infer: ({ in: x }) => {
    if (x.dtype === 'int32' || x.shape.at(-1) == null)
      return fail({
        port: 'in',
        message: 'BatchNormalization needs numbers with a known number of features.'
      })
    if (x.shape.length > 4)
      return fail({
        port: 'in',
        message: `BatchNormalization takes at most a volume of depth × height × width × channels, but gets ${shapeText(x.shape)}.`
      })
    if (x.mask)
      return fail({
        port: 'in',
        message:
          'BatchNormalization would count padding as data: LayerNormalization looks at each step by itself.',
        why: 'padding-mixed',
        hints: [{ kind: 'replace', type: 'layerNormalization' }]
      })
    return ok([x])
  },
  weights: ({ in: x }, p) => {
    const features = x.shape.at(-1) ?? 0
    const shape = [features]
    return [
      ...scaleAndShiftWeights(features, p),
      { name: 'movingMean', shape, initializer: zeros, trainable: false },
      { name: 'movingVariance', shape, initializer: ones, trainable: false }
    ]
  },
  ops: (b, { in: x }, p, weight) => {
    const axes = x.shape.slice(0, -1).map((_, i) => i)
    let mean = weight('movingMean')
    let variance = weight('movingVariance')
    if (b.training) {
      const moved = (old: typeof mean, now: typeof mean) =>
        b.add(b.mul(old, p.momentum), b.mul(now, 1 - p.momentum))
      const batchMean = b.mean(x, axes)
      const off = b.sub(x, batchMean)
      const batchVariance = b.mean(b.mul(off, off), axes)
      b.assign(mean, moved(mean, batchMean))
      b.assign(variance, moved(variance, batchVariance))
      mean = batchMean
      variance = batchVariance
    }
    const normal = b.mul(b.sub(x, mean), b.rsqrt(b.add(variance, p.epsilon)))
    return [scaledAndShifted(b, normal, p, weight)]
  },
  tfjs: ({ momentum, epsilon, center, scale }) => [
    { className: 'BlockpropBatchNormalization', config: { momentum, epsilon, center, scale } }
  ],
  keras: p => ({
    layer: call(layers('BatchNormalization'), [], {
      momentum: p.momentum,
      epsilon: p.epsilon,
      ...kerasScaleAndShift(p)
    })
  }),
  pytorch: (p, io) => {
    const { shape } = io.types.in
    const features = shape.at(-1) ?? 0
    const options = {
      eps: p.epsilon,
      momentum: Number((1 - p.momentum).toPrecision(6)),
      affine: hasAffine(p) ? undefined : false
    }
    const layout = io.layout('in')
    const isSpatial = shape.length > 1
    const x = io.take('in', isSpatial ? 'channels-first' : 'any')
    const affine = torchScaleAndShift(features, p, layout)
    return {
      ...affine,
      module: call(nn(`BatchNorm${Math.max(1, shape.length - 1)}d`), [features], options),
      forward: self => call(self, [x]),
      layout: isSpatial ? { kind: 'channels-first' } : layout,
      state: weight => ({
        ...affine.state(weight),
        running_mean: reorderRows(weight('movingMean'), layout),
        running_var: reorderRows(weight('movingVariance'), layout)
      })
    }
  }
})

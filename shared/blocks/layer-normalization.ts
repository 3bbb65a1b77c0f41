import { call, type PyExpr } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { epsilon } from './epsilon'
import {
  hasAffine,
  kerasScaleAndShift,
  scaleAndShift,
  scaleAndShiftWeights,
  scaledAndShifted,
  torchScaleAndShift
} from './scale-and-shift'
import { reorderRows } from './torch-weights'

/** Ba, Kiros & Hinton 2016 over the last axis. Source: Keras 3 `layers.LayerNormalization`, PyTorch `nn.LayerNorm`. */
export const layerNormalization = defineBlock({
  type: 'layerNormalization',
  label: 'LayerNormalization',
  aliases: ['layer norm', 'LN', 'normalise'],
  tasks: ['faster training', 'transformer', 'text', 'time series', 'unstable training'],
  group: 'normalisation',
  docs: {
    summary:
      'Shifts and scales the features of each sample, at each step by itself, so that their mean is 0 and their deviation is 1; then it learns a scale and a shift.',
    use: 'In transformers and recurrent networks. It needs no batch, so it does the same in training and afterwards.',
    formula: {
      tex: String.raw`y = \gamma\,\frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}} + \beta`,
      spoken: 'y is gamma times x minus mu, over the square root of sigma squared plus epsilon, plus beta',
      where: [
        [String.raw`\mu, \sigma^2`, 'mean and variance of all features of one step'],
        [String.raw`\gamma, \beta`, 'scale and shift: learned'],
        [String.raw`\varepsilon`, 'a little number, so that nothing is divided by 0']
      ]
    }
  },
  params: { epsilon, ...scaleAndShift },
  inputs: { in: 'one' },
  card: () => 'each step by itself',
  infer: ({ in: x }) =>
    x.dtype === 'int32' || x.shape.at(-1) == null
      ? fail({ port: 'in', message: 'LayerNormalization needs numbers with a known number of features.' })
      : ok([x]),
  weights: ({ in: x }, p) => scaleAndShiftWeights(x.shape.at(-1) ?? 0, p),
  ops: (b, { in: x }, p, weight) => {
    const off = b.sub(x, b.mean(x, [-1], true))
    const variance = b.mean(b.mul(off, off), [-1], true)
    const normal = b.mul(off, b.rsqrt(b.add(variance, p.epsilon)))
    return [scaledAndShifted(b, normal, p, weight)]
  },
  tfjs: ({ epsilon, center, scale }) => [
    { className: 'BlockpropLayerNormalization', config: { epsilon, center, scale } }
  ],
  keras: p => ({
    layer: call(layers('LayerNormalization'), [], { epsilon: p.epsilon, ...kerasScaleAndShift(p) })
  }),
  pytorch: (p, io) => {
    // A flattened image is normalised as a whole: the order of its features does not matter.
    const isFlat = io.layout('in').kind === 'flattened'
    const layout = io.layout('in')
    const features = io.types.in.shape.at(-1) ?? 0
    const x = io.take('in', isFlat ? 'any' : 'plain')
    const shared = { forward: (self: PyExpr) => call(self, [x]), ...(isFlat && { layout }) }
    // Alone of the normalisations it can do without its bias.
    if (p.scale && !p.center)
      return {
        ...shared,
        module: call(nn('LayerNorm'), [features], { eps: p.epsilon, bias: false }),
        state: weight => ({ weight: reorderRows(weight('gamma'), layout) })
      }
    return {
      ...shared,
      module: call(nn('LayerNorm'), [features], {
        eps: p.epsilon,
        elementwise_affine: hasAffine(p) ? undefined : false
      }),
      ...torchScaleAndShift(features, p, layout)
    }
  }
})

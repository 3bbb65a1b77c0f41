import { call } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { epsilon } from './epsilon'
import { reorderRows } from './torch-weights'
import { ones, trained, zeros } from './weights'

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
  params: {
    epsilon
  },
  inputs: { in: 'one' },
  card: () => 'each step by itself',
  infer: ({ in: x }) =>
    x.dtype === 'int32' || x.shape.at(-1) == null
      ? fail({ port: 'in', message: 'LayerNormalization needs numbers with a known number of features.' })
      : ok([x]),
  weights: ({ in: x }) => {
    const shape = [x.shape.at(-1) ?? 0]
    return [trained('gamma', shape, ones), trained('beta', shape, zeros)]
  },
  ops: (b, { in: x }, p, weight) => {
    const off = b.sub(x, b.mean(x, [-1], true))
    const variance = b.mean(b.mul(off, off), [-1], true)
    const normal = b.mul(off, b.rsqrt(b.add(variance, p.epsilon)))
    return [b.add(b.mul(normal, weight('gamma')), weight('beta'))]
  },
  tfjs: p => [{ className: 'BlockpropLayerNormalization', config: { epsilon: p.epsilon } }],
  keras: p => ({ layer: call(layers('LayerNormalization'), [], { epsilon: p.epsilon }) }),
  pytorch: (p, io) => {
    // A flattened image is normalised as a whole: the order of its features does not matter.
    const isFlat = io.layout('in').kind === 'flattened'
    const layout = io.layout('in')
    return {
      module: call(nn('LayerNorm'), [io.types.in.shape.at(-1) ?? 0], { eps: p.epsilon }),
      forward: self => call(self, [io.take('in', isFlat ? 'any' : 'plain')]),
      ...(isFlat && { layout }),
      state: weight => ({
        weight: reorderRows(weight('gamma'), layout),
        bias: reorderRows(weight('beta'), layout)
      })
    }
  }
})

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
  group: 'normalisation',
  docs: {
    summary:
      'Shifts and scales the features of each sample and step so that they have mean 0 and deviation 1.',
    use: 'In transformers and recurrent networks: it needs no batch, so it does the same in training and after.',
    formula: 'y = γ (x − μ) / √(σ² + ε) + β'
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

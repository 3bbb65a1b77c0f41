import { call, div, method, neg, type PyExpr } from '../codegen/python/expr'
import { layers } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { shapeText, tensor } from './tensor-type'

/** The mean over time; steps of padding don't count. Source: Keras 3 `layers.GlobalAveragePooling1D`. */
export const globalAveragePooling1d = defineBlock({
  type: 'globalAveragePooling1d',
  label: 'GlobalAveragePooling1D',
  aliases: ['mean over time', 'average', 'pool'],
  tasks: ['text', 'sequence', 'time series', 'any length'],
  group: 'pooling',
  docs: {
    summary: 'Averages a sequence over time: one list of numbers for all of it. Padding does not count.',
    use: 'Between attention or recurrent layers and the last Dense, where one answer for the whole sequence is wanted.',
    formula: {
      tex: String.raw`y = \frac{1}{T} \sum_{t=1}^{T} x_t`,
      spoken: 'y is the mean of x at all steps t',
      where: [
        ['x_t', 'the features at step t'],
        ['T', 'how many steps there are, padding left out']
      ]
    }
  },
  params: {},
  inputs: { in: 'one' },
  card: () => 'mean over time',
  infer: ({ in: x }) => {
    const features = x.shape[1]
    return x.shape.length !== 2 || features == null || x.dtype === 'int32'
      ? fail({
          port: 'in',
          message: `GlobalAveragePooling1D averages time × features, but gets ${shapeText(x.shape)}.`,
          expected: 'a sequence'
        })
      : ok([tensor([features])])
  },
  ops: (b, { in: x }) => {
    if (!x.mask) return [b.mean(x, [1])]
    const mask = b.reshape(b.cast(x.mask, 'float32'), [...x.mask.shape, 1])
    // A sample without any step gives 0, not a division by 0.
    return [b.div(b.sum(b.mul(x, mask), [1]), b.max(b.sum(mask, [1]), 1e-7))]
  },
  keras: () => ({ layer: call(layers('GlobalAveragePooling1D')) }),
  pytorch: (_p, io) => {
    const x = io.take('in', 'plain')
    const mask = io.mask('in')
    if (!mask) return { forward: () => method(x, 'mean', [], { dim: 1 }) }
    const steps = io.local('steps')
    const weights: PyExpr = method(mask, 'unsqueeze', [neg(1)])
    return {
      before: () => [[steps, weights] as const],
      forward: () =>
        div(
          method({ kind: 'binary', operator: '*', left: x, right: steps }, 'sum', [], { dim: 1 }),
          method(method(steps, 'sum', [], { dim: 1 }), 'clamp', [], { min: 1 })
        )
    }
  }
})

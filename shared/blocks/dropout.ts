import { call } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { notTokens } from './not-tokens'
import { float } from './params'

/** Srivastava et al. 2014, in its inverted form. Source: Keras 3 `layers.Dropout`, PyTorch `nn.Dropout`. */
export const dropout = defineBlock({
  type: 'dropout',
  label: 'Dropout',
  aliases: ['regularisation', 'drop out'],
  tasks: ['overfitting', 'generalisation', 'validation loss rises'],
  group: 'regularisation',
  docs: {
    summary:
      'While training, sets a random part of the numbers to 0 and scales up the rest. Afterwards it does nothing.',
    use: 'Against overfitting, when training goes well and validation does not: no unit can rely on a single other one.',
    formula: {
      tex: String.raw`y = \frac{m \odot x}{1 - p}`,
      spoken: 'y is m times x, number by number, over one minus p',
      where: [
        ['x', 'what comes in'],
        ['p', 'the rate'],
        ['m', 'a mask, new at each step: 0 with chance p, else 1']
      ]
    }
  },
  params: {
    rate: float({
      label: 'Rate',
      help: 'The share that is set to 0 at each step: 0.2 to 0.5 is usual.',
      unit: 'of all numbers',
      default: 0.5,
      min: 0,
      max: 0.99,
      step: 0.05
    })
  },
  inputs: { in: 'one' },
  card: p => `${Math.round(p.rate * 100)} %`,
  infer: ({ in: x }) => (x.dtype === 'int32' ? fail(notTokens('Dropout')) : ok([x])),
  ops: (b, { in: x }, p) => {
    if (!b.training || p.rate === 0) return [x]
    const keep = 1 - p.rate
    return [b.mul(x, b.div(b.bernoulli(x.shape, keep), keep))]
  },
  keras: p => ({ layer: call(layers('Dropout'), [p.rate]) }),
  pytorch: (p, io) => ({
    module: call(nn('Dropout'), [p.rate]),
    forward: self => call(self, [io.take('in', 'any')]),
    layout: io.layout('in')
  })
})

import { call } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { leaky } from './activation-table'
import { curveBlock } from './curve'
import { float } from './params'

/** Maas et al. 2013. Source: Keras 3 `layers.LeakyReLU`, PyTorch `nn.LeakyReLU`. */
export const leakyRelu = curveBlock({
  type: 'leakyRelu',
  label: 'LeakyReLU',
  aliases: ['leaky rectifier', 'leaky'],
  docs: {
    summary: 'Lets numbers above 0 through, and a small part of those below.',
    use: 'In place of ReLU where units stay at 0 for ever: below 0 they can still learn.',
    formula: {
      tex: String.raw`y = \begin{cases} x & x > 0 \\ a\,x & \text{else} \end{cases}`,
      spoken: 'y is x above 0, else a times x',
      where: [
        ['x', 'what comes in'],
        ['a', 'the slope below 0']
      ]
    }
  },
  params: {
    negativeSlope: float({
      label: 'Slope',
      help: 'How much of a number below 0 is let through.',
      default: 0.3,
      min: 0,
      max: 1,
      step: 0.05
    })
  },
  card: p => `slope ${p.negativeSlope}`,
  ops: (b, x, p) => leaky(b, x, p.negativeSlope),
  keras: p => call(layers('LeakyReLU'), [], { negative_slope: p.negativeSlope }),
  pytorch: p => call(nn('LeakyReLU'), [p.negativeSlope])
})

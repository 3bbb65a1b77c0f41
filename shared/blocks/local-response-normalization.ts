import { add, call, div, mul, power, type PyExpr } from '../codegen/python/expr'
import { keras, layers, nn } from '../codegen/python/modules'
import type { Pair } from '../network/program'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { float, int } from './params'
import { shapeText } from './tensor-type'
import { imageSize } from './windows'

/**
 * Krizhevsky, Sutskever & Hinton 2012, as PyTorch's `nn.LocalResponseNorm` reads it: the mean, not the sum, of the
 * squares of neighbours; beyond the first and the last channel there are zeros, which count. Keras has no layer for it.
 */
export const localResponseNormalization = defineBlock({
  type: 'localResponseNormalization',
  label: 'LocalResponseNormalization',
  aliases: ['LRN', 'local response norm', 'normalise'],
  tasks: ['AlexNet', 'GoogLeNet', 'image', 'computer vision'],
  group: 'normalisation',
  docs: {
    summary:
      'Makes each number of an image smaller where the same place is strong in the channels next to it.',
    use: 'To rebuild networks of 2012 to 2014, such as AlexNet; newer ones use BatchNormalization.',
    formula: {
      tex: String.raw`y_c = \frac{x_c}{\left(k + \frac{\alpha}{n} \sum_{i\,\in\,\text{window}} x_i^2\right)^{\beta}}`,
      spoken:
        'y in channel c is x in channel c, over k plus alpha over n times the sum of all x squared in the window, to the power of beta',
      where: [
        ['x_c', 'the number in channel c, at one place'],
        ['x_i', 'the numbers at this place in the n channels around it'],
        [String.raw`k, \alpha, \beta`, 'how it starts, how strong it is and how steep']
      ]
    }
  },
  params: {
    size: int({
      label: 'Window',
      help: 'How many neighbouring channels count, the channel itself among them.',
      unit: 'channels',
      default: 5,
      min: 1,
      max: 1024
    }),
    alpha: float({
      label: 'Alpha',
      help: 'How much the neighbours count.',
      default: 0.0001,
      min: 0,
      max: 100
    }),
    beta: float({
      label: 'Beta',
      help: 'The power to which the divisor is raised.',
      default: 0.75,
      min: 0,
      max: 10,
      step: 0.05
    }),
    k: float({
      label: 'K',
      help: 'What the divisor starts from, so that nothing is divided by 0.',
      default: 1,
      min: 0,
      max: 100,
      above: true,
      step: 0.5
    })
  },
  inputs: { in: 'one' },
  card: p => (p.size === 1 ? '1 channel' : `${p.size} channels`),
  infer: ({ in: x }) =>
    imageSize(x)
      ? ok([x])
      : fail({
          port: 'in',
          message: `LocalResponseNormalization needs an image of height × width × channels, but gets ${shapeText(x.shape)}.`,
          expected: 'an image'
        }),
  ops: (b, { in: x }, p) => {
    const [batch = 1, height = 1, width = 1, channels = 1] = x.shape
    const padded = b.pad(b.mul(x, x), [[0, 0], [0, 0], [0, 0], around(p.size)])
    const row = b.reshape(padded, [batch, height * width, channels + p.size - 1, 1])
    const mean = b.reshape(b.avgPool(row, { size: [1, p.size], strides: [1, 1] }), x.shape)
    return [b.mul(x, b.pow(b.add(b.mul(mean, p.alpha), p.k), -p.beta))]
  },
  keras: p => ({
    layer: call(layers('AveragePooling3D'), [[1, 1, p.size]], { strides: 1 }),
    apply: (pool, { in: x }) => {
      if (x === undefined || !('kind' in x)) throw new Error('local response normalisation takes one value')
      const squares = call(keras('ops.pad'), [
        call(keras('ops.square'), [x]),
        [[0, 0], [0, 0], [0, 0], around(p.size)]
      ])
      const mean = onLastAxis('squeeze', call(pool, [onLastAxis('expand_dims', squares)]))
      return div(x, power(add(p.k, mul(p.alpha, mean)), p.beta))
    }
  }),
  pytorch: (p, io) => {
    const x = io.take('in', 'channels-first')
    return {
      module: call(nn('LocalResponseNorm'), [p.size], { alpha: p.alpha, beta: p.beta, k: p.k }),
      forward: self => call(self, [x]),
      layout: { kind: 'channels-first' }
    }
  }
})

/** Zeros before and behind the channels; of an even window PyTorch has the odd one before. */
function around(size: number): Pair {
  return [Math.floor(size / 2), Math.floor((size - 1) / 2)]
}

function onLastAxis(operation: 'squeeze' | 'expand_dims', x: PyExpr): PyExpr {
  return call(keras(`ops.${operation}`), [x], { axis: -1 })
}

import { call } from '../codegen/python/expr'
import { F, layers } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { notTokens } from './not-tokens'
import { shapeText } from './tensor-type'

/** Below this a length counts as this much; that of Keras and PyTorch. */
const SHORTEST = 1e-12

/**
 * Divides by the length over the last axis. Source: Keras 3 `layers.UnitNormalization`, PyTorch `F.normalize`. Of all
 * zeros it makes zeros; their gradient is not a number in Keras 3.15.1.
 */
export const unitNormalization = defineBlock({
  type: 'unitNormalization',
  label: 'UnitNormalization',
  aliases: ['L2 normalise', 'unit length', 'unit vector', 'normalise'],
  tasks: ['similarity', 'compare', 'search', 'embedding', 'cosine'],
  group: 'normalisation',
  docs: {
    summary: 'Scales the features of each sample, at each step by itself, so that their squares add up to 1.',
    use: 'Where only the direction of a list of numbers counts, as in a comparison of two of them.',
    formula: {
      tex: String.raw`y = \frac{x}{\sqrt{\sum_i x_i^2}}`,
      spoken: 'y is x over the square root of the sum of all x squared',
      where: [['x_i', 'the features of one step']]
    }
  },
  params: {},
  inputs: { in: 'one' },
  card: () => 'length 1',
  infer: ({ in: x }) => {
    if (x.dtype === 'int32') return fail(notTokens('UnitNormalization'))
    if (x.shape.at(-1) == null)
      return fail({
        port: 'in',
        message: `UnitNormalization needs a known number of features, but gets ${shapeText(x.shape)}.`,
        expected: 'a known number of features'
      })
    return ok([x])
  },
  ops: (b, { in: x }) => {
    const square = b.sum(b.mul(x, x), [-1], true)
    return [b.mul(x, b.rsqrt(b.max(square, SHORTEST ** 2)))]
  },
  keras: () => ({ layer: call(layers('UnitNormalization')) }),
  pytorch: (_p, io) => {
    const layout = io.layout('in')
    const x = io.take('in', 'any')
    // Its own default is the axis behind the batch: that of the channels where they come first.
    const dim = layout.kind === 'channels-first' ? undefined : -1
    return { forward: () => call(F('normalize'), [x], { dim }), layout }
  }
})

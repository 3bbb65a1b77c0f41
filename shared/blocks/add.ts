import { add as plus, call } from '../codegen/python/expr'
import { layers } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { mergedMask } from './merged-mask'
import { sameShape, shapeText, tensor } from './tensor-type'

/** Adds tensors of one shape, number by number. Source: Keras 3 `layers.Add`. */
export const add = defineBlock({
  type: 'add',
  label: 'Add',
  aliases: ['sum', 'skip', 'residual', 'plus', 'merge'],
  tasks: ['skip connection', 'residual connection', 'ResNet', 'deep network'],
  group: 'merge',
  docs: {
    summary: 'Adds what comes in, number by number; everything must have the same shape.',
    use: 'For skip connections: what goes around a layer is added to its result, so that the layer learns only what to change.',
    formula: {
      tex: String.raw`y = x_1 + x_2 + \dots + x_n`,
      spoken: 'y is the sum of all inputs',
      where: [[String.raw`x_1 \dots x_n`, 'what comes in, in any order']]
    }
  },
  params: {},
  inputs: { in: 'many' },
  card: () => 'number by number',
  infer: ({ in: all }) => {
    const [first, ...rest] = all
    if (!first) return fail({ port: 'in', message: 'Add gets nothing.' })
    const other = rest.find(t => !sameShape(t.shape, first.shape))
    if (other)
      return fail({
        port: 'in',
        message: `Add needs inputs of one shape, but gets ${all.map(t => shapeText(t.shape)).join(' and ')}.`,
        why: 'one-shape',
        expected: 'one shape'
      })
    if (all.some(t => t.dtype === 'int32'))
      return fail({
        port: 'in',
        message: 'Add works on numbers, but gets token ids: put it behind the Embedding.',
        why: 'token-ids',
        expected: 'numbers'
      })
    return ok([
      tensor(
        first.shape,
        'float32',
        all.every(t => t.mask)
      )
    ])
  },
  ops: (b, { in: all }) => [
    b.withMask(
      all.reduce((a, c) => b.add(a, c)),
      mergedMask(b, all)
    )
  ],
  keras: () => ({ layer: call(layers('Add')) }),
  pytorch: (_p, io) => {
    const all = io.takeMany('in', 'any')
    return { forward: () => all.reduce((a, b) => plus(a, b)), layout: io.layout('in') }
  }
})

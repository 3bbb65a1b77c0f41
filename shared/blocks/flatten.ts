import { call, method } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { shapeText, sizeOf, tensor } from './tensor-type'

/** All numbers of a sample in one row. Source: Keras 3 `layers.Flatten`, PyTorch `nn.Flatten`. */
export const flatten = defineBlock({
  type: 'flatten',
  label: 'Flatten',
  aliases: ['reshape', 'vector', 'unroll'],
  tasks: ['connect Conv2D to Dense', 'image', 'picture'],
  group: 'core',
  docs: {
    summary:
      'Writes all numbers of a sample in one row: an image becomes a list. Nothing is computed or lost.',
    use: 'Between images and Dense, which would else look at each pixel by itself.',
    formula: {
      tex: String.raw`h \times w \times c \;\to\; h\,w\,c`,
      spoken: 'height by width by channels becomes one row of height times width times channels',
      where: [
        ['h, w', 'height and width of the image'],
        ['c', 'its channels']
      ]
    }
  },
  params: {},
  inputs: { in: 'one' },
  card: () => 'to one row',
  infer: ({ in: x }) => {
    if (x.mask)
      return fail({
        port: 'in',
        message: 'Flatten would mix padding with words: average over time instead.',
        why: 'padding-mixed',
        hints: averaging
      })
    const size = sizeOf(x.shape)
    if (size === null)
      return fail({
        port: 'in',
        message: `Flatten needs a fixed size, but gets ${shapeText(x.shape)}: average over time instead.`,
        why: 'open-length',
        expected: 'a fixed size',
        ...(x.shape.length === 2 && x.dtype === 'float32' && { hints: averaging })
      })
    return ok([tensor([size], x.dtype)])
  },
  ops: (b, { in: x }) => [b.reshape(x, [b.batch, -1])],
  // tfjs's Flatten refuses what is flat already.
  tfjs: (_p, { in: x }) => [{ className: 'Reshape', config: { targetShape: [sizeOf(x.shape) ?? 0] } }],
  keras: () => ({ layer: call(layers('Flatten')) }),
  pytorch: (_p, io) => {
    if (io.types.in.shape.length === 0)
      return { forward: () => method(io.take('in', 'plain'), 'unsqueeze', [1]) }
    const layout = io.layout('in')
    const from = io.types.in.shape.map(d => d ?? 1)
    return {
      module: call(nn('Flatten')),
      forward: self => call(self, [io.take('in', 'any')]),
      layout: layout.kind === 'channels-first' ? { kind: 'flattened', from } : layout
    }
  }
})

const averaging = [{ kind: 'replace', type: 'globalAveragePooling1d' }] as const

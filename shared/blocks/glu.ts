import { call } from '../codegen/python/expr'
import { keras, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { notTokens } from './not-tokens'
import { shapeText, tensor } from './tensor-type'

/** Dauphin et al. 2016. Source: Keras 3 `keras.ops.glu`, PyTorch `nn.GLU`. */
export const glu = defineBlock({
  type: 'glu',
  label: 'GLU',
  aliases: ['gated linear unit', 'gate'],
  tasks: ['non-linearity', 'gate', 'text', 'sequence'],
  group: 'activation',
  docs: {
    summary: 'Cuts the features into two halves; the second half says how much of the first is let through.',
    use: 'Behind a Dense or a convolution of twice the size, where the network should choose what goes on.',
    formula: {
      tex: String.raw`y = a \odot \sigma(b)`,
      spoken: 'y is a times the sigmoid of b, number by number',
      where: [
        ['a, b', 'first and second half of the features that come in'],
        [String.raw`\sigma`, 'the sigmoid: from 0, shut, to 1, open']
      ]
    }
  },
  params: {},
  inputs: { in: 'one' },
  card: () => 'half as many features',
  infer: ({ in: x }) => {
    const features = x.shape.at(-1)
    if (x.dtype === 'int32') return fail(notTokens('GLU'))
    if (features == null || features % 2 === 1)
      return fail({
        port: 'in',
        message: `GLU cuts the features into two halves, so their number must be even, but it gets ${shapeText(x.shape)}.`,
        expected: 'an even number of features'
      })
    // Keras's function takes the mask off.
    return ok([tensor([...x.shape.slice(0, -1), features / 2])])
  },
  ops: (b, { in: x }) => {
    const half = (x.shape.at(-1) ?? 0) / 2
    const from = (first: number) =>
      b.slice(x, [...x.shape.slice(0, -1).map(() => 0), first], [...x.shape.slice(0, -1), half])
    return [b.mul(from(0), b.sigmoid(from(half)))]
  },
  keras: () => ({ called: ({ in: x }) => call(keras('ops.glu'), [x]) }),
  pytorch: (_p, io) => {
    const layout = io.layout('in')
    const isFirst = layout.kind === 'channels-first'
    return {
      module: call(nn('GLU'), [], { dim: isFirst ? 1 : undefined }),
      forward: self => call(self, [io.take('in', isFirst ? 'any' : 'plain')]),
      ...(isFirst && { layout })
    }
  }
})

import { call, compare } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { flag, int } from './params'
import { shapeText, tensor } from './tensor-type'
import { trained } from './weights'

/** A row of a table for each token. Source: Keras 3 `layers.Embedding`, PyTorch `nn.Embedding`. */
export const embedding = defineBlock({
  type: 'embedding',
  label: 'Embedding',
  aliases: ['lookup', 'word vectors', 'tokens', 'letters'],
  tasks: ['text', 'language', 'names', 'sequence', 'categories'],
  group: 'core',
  docs: {
    summary:
      'Turns each token (a letter, a word) into a list of numbers that is learned. Tokens used alike end up with numbers alike.',
    use: 'First behind an Input of token ids: other blocks compute with numbers, and an id is only a name.',
    formula: {
      tex: 'y_t = E_{x_t}',
      spoken: 'y at step t is the row of E for the token at step t',
      where: [
        ['x_t', 'the token id at step t'],
        ['E', 'the table: one row of numbers for each token, learned']
      ]
    }
  },
  params: {
    vocabulary: int({
      label: 'Vocabulary',
      help: 'How many different tokens there are, padding included.',
      default: 1000,
      min: 1
    }),
    dimension: int({
      label: 'Dimension',
      help: 'How many numbers stand for each token.',
      default: 16,
      min: 1
    }),
    mask: flag({
      label: 'Token 0 is padding',
      help: 'Layers behind it then pass over the steps that only fill up a short sequence.',
      default: true
    })
  },
  inputs: { in: 'one' },
  card: p => `${p.vocabulary} tokens · ${p.dimension}`,
  infer: ({ in: x }, p) => {
    if (x.dtype !== 'int32')
      return fail({
        port: 'in',
        message: `Embedding needs token ids, but gets numbers (${shapeText(x.shape)}).`,
        expected: 'token ids'
      })
    if (x.shape.length > 1)
      return fail({
        port: 'in',
        message: `Embedding needs a sequence of token ids, but gets ${shapeText(x.shape)}.`,
        expected: 'a sequence'
      })
    return ok([tensor([...x.shape, p.dimension], 'float32', p.mask && x.shape.length === 1)])
  },
  weights: (_ins, p) => [
    trained('embeddings', [p.vocabulary, p.dimension], { kind: 'uniform', limit: 0.05 })
  ],
  ops: (b, { in: x }, p, weight) => {
    const y = b.gather(weight('embeddings'), x)
    if (!p.mask || x.shape.length !== 2) return [y]
    return [b.withMask(y, b.sub(1, b.equal(x, 0)))]
  },
  tfjs: (p, { in: x }) => [
    {
      className: 'Embedding',
      config: { inputDim: p.vocabulary, outputDim: p.dimension, maskZero: p.mask && x.shape.length === 1 }
    }
  ],
  keras: (p, io) => ({
    layer: call(layers('Embedding'), [p.vocabulary, p.dimension], {
      mask_zero: (p.mask && io.types.in.shape.length === 1) || undefined
    })
  }),
  pytorch: (p, io) => {
    const x = io.take('in', 'plain')
    const masked = p.mask && io.types.in.shape.length === 1
    const mask = masked ? io.local('mask') : undefined
    return {
      module: call(nn('Embedding'), [p.vocabulary, p.dimension]),
      ...(mask && { mask, before: () => [[mask, compare(x, '!=', 0)] as const] }),
      forward: self => call(self, [x]),
      state: weight => ({ weight: weight('embeddings') }),
      init: { weight: { kind: 'uniform', limit: 0.05 } }
    }
  }
})

import { call } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { epsilon } from './epsilon'
import { notTokens } from './not-tokens'
import { reorderRows } from './torch-weights'
import { shapeText } from './tensor-type'
import { ones, trained } from './weights'

/** Zhang & Sennrich 2019 over the last axis. Source: Keras 3 `layers.RMSNormalization`, PyTorch `nn.RMSNorm`. */
export const rmsNormalization = defineBlock({
  type: 'rmsNormalization',
  label: 'RMSNormalization',
  aliases: ['RMS norm', 'root mean square', 'normalise'],
  tasks: ['transformer', 'language model', 'faster training', 'unstable training'],
  group: 'normalisation',
  docs: {
    summary:
      'Scales the features of each sample, at each step by itself, so that their squares are 1 on average; then it learns a scale.',
    use: 'In transformers: it does nearly what LayerNormalization does, with less to compute.',
    formula: {
      tex: String.raw`y = \gamma\,\frac{x}{\sqrt{\frac{1}{n}\sum_i x_i^2 + \varepsilon}}`,
      spoken: 'y is gamma times x, over the square root of the mean of all x squared plus epsilon',
      where: [
        ['x_i', 'the features of one step'],
        ['n', 'how many there are'],
        [String.raw`\gamma`, 'a scale for each feature: learned'],
        [String.raw`\varepsilon`, 'a little number, so that nothing is divided by 0']
      ]
    }
  },
  params: { epsilon: { ...epsilon, default: 0.000001 } },
  inputs: { in: 'one' },
  card: () => 'each step by itself',
  infer: ({ in: x }) => {
    if (x.dtype === 'int32') return fail(notTokens('RMSNormalization'))
    if (x.shape.at(-1) == null)
      return fail({
        port: 'in',
        message: `RMSNormalization needs a known number of features, but gets ${shapeText(x.shape)}.`,
        expected: 'a known number of features'
      })
    if (x.mask)
      return fail({
        port: 'in',
        message:
          'Behind RMSNormalization nobody would know which steps are padding: Keras’s forgets it. LayerNormalization does not.',
        expected: 'no padding',
        hints: [{ kind: 'replace', type: 'layerNormalization' }]
      })
    return ok([x])
  },
  weights: ({ in: x }) => [trained('scale', [x.shape.at(-1) ?? 0], ones)],
  ops: (b, { in: x }, p, weight) => {
    const meanSquare = b.mean(b.mul(x, x), [-1], true)
    return [b.mul(b.mul(x, b.rsqrt(b.add(meanSquare, p.epsilon))), weight('scale'))]
  },
  keras: p => ({ layer: call(layers('RMSNormalization'), [], { epsilon: p.epsilon }) }),
  pytorch: (p, io) => {
    // A flattened image is scaled as a whole: the order of its features does not matter.
    const layout = io.layout('in')
    const isFlat = layout.kind === 'flattened'
    const x = io.take('in', isFlat ? 'any' : 'plain')
    return {
      module: call(nn('RMSNorm'), [io.types.in.shape.at(-1) ?? 0], { eps: p.epsilon }),
      forward: self => call(self, [x]),
      ...(isFlat && { layout }),
      state: weight => ({ weight: reorderRows(weight('scale'), layout) })
    }
  }
})

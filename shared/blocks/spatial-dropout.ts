/** What Dropout of whole channels shares, of sequences, images and volumes. */
import { call } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock, type LayerBlock } from './block'
import { rateParam, rateText } from './noise'
import { notTokens } from './not-tokens'
import { shapeText, type TensorType } from './tensor-type'

interface Spatial {
  readonly axes: 1 | 2 | 3
  readonly aliases: readonly string[]
  readonly tasks: readonly string[]
  readonly summary: string
  readonly use: string
}

/** What it takes, and how that is laid out. */
const KINDS = {
  1: ['a sequence', 'time × features', 'features'],
  2: ['an image', 'height × width × channels', 'channels'],
  3: ['a volume', 'depth × height × width × channels', 'channels']
} as const

/** Tompson et al. 2015. Sources: Keras 3 `layers.SpatialDropout1D` and its like, PyTorch `nn.Dropout1d` and its like. */
export function spatialDropoutBlock({ axes, aliases, tasks, summary, use }: Spatial): LayerBlock {
  const label = `SpatialDropout${axes}D`
  const [kind, sizes, dropped] = KINDS[axes]
  return defineBlock({
    type: `spatialDropout${axes}d`,
    label,
    aliases,
    tasks,
    group: 'regularisation',
    docs: {
      summary,
      use,
      formula: {
        tex: String.raw`y_c = \frac{m_c\,x_c}{1 - p}`,
        spoken: 'y in channel c is m of that channel times x in it, over one minus p',
        where: [
          ['x_c', axes === 1 ? 'one feature, at all steps' : 'one channel, at all places'],
          ['p', 'the rate'],
          ['m_c', 'one number for each channel of each sample, new at each step: 0 with chance p, else 1']
        ]
      }
    },
    params: {
      rate: rateParam(`The share that is set to 0 at each step: 0.1 to 0.5 is usual.`, `of all ${dropped}`)
    },
    inputs: { in: 'one' },
    card: rateText,
    infer: ({ in: x }, p) => {
      if (x.dtype === 'int32') return fail(notTokens(label))
      if (x.shape.length === axes + 1 && x.shape.at(-1) != null) return ok([x])
      return fail({
        port: 'in',
        message: `${label} needs ${kind} of ${sizes}, but gets ${shapeText(x.shape)}.`,
        expected: kind,
        hints: [{ kind: 'replace', type: fitting(x), params: { rate: p.rate } }]
      })
    },
    ops: (b, { in: x }, { rate }) => {
      if (!b.training || rate === 0) return [x]
      const channels = x.shape.map((n, axis) => (axis === 0 || axis === axes + 1 ? n : 1))
      return [b.mul(x, b.div(b.bernoulli(channels, 1 - rate), 1 - rate))]
    },
    keras: p => ({ layer: call(layers(label), [p.rate]) }),
    pytorch: (p, io) => {
      const x = io.take('in', 'channels-first')
      return {
        module: call(nn(`Dropout${axes}d`), [p.rate]),
        forward: self => call(self, [x]),
        layout: { kind: 'channels-first' }
      }
    }
  })
}

/** The Dropout for what comes in: that of single numbers where there are no channels. */
function fitting({ shape }: TensorType): string {
  const axes = shape.length - 1
  return axes >= 1 && axes <= 3 && shape.at(-1) != null ? `spatialDropout${axes}d` : 'dropout'
}

import { call } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { epsilon } from './epsilon'
import { normalizedGroups, placesOf, refusedByGroups } from './grouped-normalization'
import {
  hasAffine,
  kerasScaleAndShift,
  scaleAndShift,
  scaleAndShiftWeights,
  scaledAndShifted,
  torchScaleAndShift
} from './scale-and-shift'
import { shapeText } from './tensor-type'

/**
 * Ulyanov, Vedaldi & Lempitsky 2016, channels last. Source: Keras 3 `layers.GroupNormalization` with a group for each
 * channel, PyTorch `nn.InstanceNorm2d` and its like.
 */
export const instanceNormalization = defineBlock({
  type: 'instanceNormalization',
  label: 'InstanceNormalization',
  aliases: ['instance norm', 'IN', 'contrast normalisation', 'normalise'],
  tasks: ['style transfer', 'image to image', 'image', 'generate pictures', 'contrast'],
  group: 'normalisation',
  docs: {
    summary:
      'Shifts and scales each channel of each sample by itself so that its mean is 0 and its deviation is 1; then it learns a scale and a shift.',
    use: 'Where the contrast of a single picture should not matter, as in style transfer.',
    formula: {
      tex: String.raw`y = \gamma\,\frac{x - \mu_c}{\sqrt{\sigma_c^2 + \varepsilon}} + \beta`,
      spoken:
        'y is gamma times x minus mu of its channel, over the square root of sigma squared of its channel plus epsilon, plus beta',
      where: [
        [
          String.raw`\mu_c, \sigma_c^2`,
          'mean and variance of one channel of one sample, over all its places'
        ],
        [String.raw`\gamma, \beta`, 'scale and shift of each channel: learned'],
        [String.raw`\varepsilon`, 'a little number, so that nothing is divided by 0']
      ]
    }
  },
  params: { epsilon, ...scaleAndShift },
  inputs: { in: 'one' },
  card: () => 'each channel by itself',
  infer: ({ in: x }) => {
    const refused = refusedByGroups('InstanceNormalization', x)
    if (refused) return refused
    if (x.shape.length < 2 || x.shape.length > 4)
      return fail({
        port: 'in',
        message: `InstanceNormalization needs a sequence, an image or a volume, channels last, but gets ${shapeText(x.shape)}.`,
        expected: 'an image'
      })
    if (placesOf(x) <= 1)
      return fail({
        port: 'in',
        message: `InstanceNormalization needs more than one place in each channel, but gets ${shapeText(x.shape)}: all would become 0.`,
        expected: 'a larger image'
      })
    return ok([x])
  },
  weights: ({ in: x }, p) => scaleAndShiftWeights(x.shape.at(-1) ?? 0, p),
  ops: (b, { in: x }, p, weight) => [
    scaledAndShifted(b, normalizedGroups(b, x, x.shape.at(-1) ?? 1, p.epsilon), p, weight)
  ],
  keras: p => ({
    layer: call(layers('GroupNormalization'), [], {
      groups: -1,
      epsilon: p.epsilon,
      ...kerasScaleAndShift(p)
    })
  }),
  pytorch: (p, io) => {
    const { shape } = io.types.in
    const channels = shape.at(-1) ?? 0
    const x = io.take('in', 'channels-first')
    return {
      module: call(nn(`InstanceNorm${shape.length - 1}d`), [channels], {
        eps: p.epsilon,
        affine: hasAffine(p) || undefined
      }),
      forward: self => call(self, [x]),
      layout: { kind: 'channels-first' },
      ...torchScaleAndShift(channels, p)
    }
  }
})

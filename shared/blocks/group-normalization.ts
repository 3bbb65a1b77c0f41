import { call } from '../codegen/python/expr'
import { layers, nn } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { epsilon } from './epsilon'
import { normalizedGroups, placesOf, refusedByGroups } from './grouped-normalization'
import { int } from './params'
import {
  hasAffine,
  kerasScaleAndShift,
  scaleAndShift,
  scaleAndShiftWeights,
  scaledAndShifted,
  torchScaleAndShift
} from './scale-and-shift'

/** Wu & He 2018, channels last. Source: Keras 3 `layers.GroupNormalization`, PyTorch `nn.GroupNorm`. */
export const groupNormalization = defineBlock({
  type: 'groupNormalization',
  label: 'GroupNormalization',
  aliases: ['group norm', 'GN', 'normalise'],
  tasks: ['faster training', 'small batches', 'deep network', 'unstable training', 'image'],
  group: 'normalisation',
  docs: {
    summary:
      'Splits the features of each sample into groups and shifts and scales each group so that its mean is 0 and its deviation is 1; then it learns a scale and a shift.',
    use: 'In place of BatchNormalization where batches are small: it looks at each sample by itself.',
    formula: {
      tex: String.raw`y = \gamma\,\frac{x - \mu_g}{\sqrt{\sigma_g^2 + \varepsilon}} + \beta`,
      spoken:
        'y is gamma times x minus mu of its group, over the square root of sigma squared of its group plus epsilon, plus beta',
      where: [
        [String.raw`\mu_g, \sigma_g^2`, 'mean and variance of one group of one sample, at all places'],
        [String.raw`\gamma, \beta`, 'scale and shift of each feature: learned'],
        [String.raw`\varepsilon`, 'a little number, so that nothing is divided by 0']
      ]
    }
  },
  params: {
    groups: int({
      label: 'Groups',
      help: 'Into how many groups the features are split; the number of features must be a multiple of it.',
      default: 32,
      min: 1
    }),
    epsilon,
    ...scaleAndShift
  },
  inputs: { in: 'one' },
  card: p => (p.groups === 1 ? '1 group' : `${p.groups} groups`),
  infer: ({ in: x }, p) => {
    const refused = refusedByGroups('GroupNormalization', x)
    if (refused) return refused
    const features = x.shape.at(-1) ?? 0
    const places = placesOf(x)
    const isWhole = features % p.groups === 0
    if (isWhole && (features / p.groups) * places > 1) return ok([x])
    const fitting = fittingGroups(features, places, p.groups)
    return fail({
      port: 'in',
      message: isWhole
        ? `With ${p.groups} groups of ${features} features each number is a group of its own, and all would become 0.`
        : `${features} features can’t be split into ${p.groups} groups of one size.`,
      ...(fitting !== undefined && { hints: [{ kind: 'set', param: 'groups', value: fitting }] })
    })
  },
  weights: ({ in: x }, p) => scaleAndShiftWeights(x.shape.at(-1) ?? 0, p),
  ops: (b, { in: x }, p, weight) => [
    scaledAndShifted(b, normalizedGroups(b, x, p.groups, p.epsilon), p, weight)
  ],
  keras: p => ({
    layer: call(layers('GroupNormalization'), [p.groups], { epsilon: p.epsilon, ...kerasScaleAndShift(p) })
  }),
  pytorch: (p, io) => {
    const { shape } = io.types.in
    const features = shape.at(-1) ?? 0
    // Features that lie flattened are put in order, since their order says which group they are in.
    const kind = shape.length > 1 ? 'channels-first' : 'plain'
    const x = io.take('in', kind)
    return {
      module: call(nn('GroupNorm'), [p.groups, features], {
        eps: p.epsilon,
        affine: hasAffine(p) ? undefined : false
      }),
      forward: self => call(self, [x]),
      layout: { kind },
      ...torchScaleAndShift(features, p)
    }
  }
})

/** The largest number of groups, at most as many as wanted, that splits the features evenly into more than one number each. */
function fittingGroups(features: number, places: number, wanted: number): number | undefined {
  for (let groups = Math.min(wanted, features); groups >= 1; groups--)
    if (features % groups === 0 && (features / groups) * places > 1) return groups
  return undefined
}

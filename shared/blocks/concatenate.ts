import { call, list } from '../codegen/python/expr'
import { layers, torch } from '../codegen/python/modules'
import { fail, ok } from '../result'
import { defineBlock } from './block'
import { mergedMask } from './merged-mask'
import { sameShape, shapeText, tensor } from './tensor-type'

/** Joins tensors along the last axis. Source: Keras 3 `layers.Concatenate`, `torch.cat`. */
export const concatenate = defineBlock({
  type: 'concatenate',
  label: 'Concatenate',
  aliases: ['concat', 'join', 'stack', 'cat', 'merge'],
  tasks: ['several inputs', 'branches', 'skip connection', 'U-Net', 'DenseNet'],
  group: 'merge',
  docs: {
    summary: 'Puts what comes in side by side: features next to features, channels next to channels.',
    use: 'To bring branches together and keep all that each of them found.',
    formula: {
      tex: String.raw`y = [x_1, x_2, \dots, x_n]`,
      spoken: 'y is all inputs, one behind the other',
      where: [[String.raw`x_1 \dots x_n`, 'what comes in, in the order of the edges']]
    }
  },
  params: {},
  inputs: { in: 'many' },
  card: () => 'side by side',
  infer: ({ in: all }) => {
    const [first] = all
    if (!first || first.shape.length === 0)
      return fail({ port: 'in', message: 'Concatenate needs inputs with at least one axis.' })
    const front = first.shape.slice(0, -1)
    if (all.some(t => t.shape.length !== first.shape.length || !sameShape(t.shape.slice(0, -1), front)))
      return fail({
        port: 'in',
        message: `Concatenate needs inputs that differ in the last size only, but gets ${all.map(t => shapeText(t.shape)).join(' and ')}.`
      })
    if (all.some(t => t.dtype !== first.dtype))
      return fail({ port: 'in', message: 'Concatenate needs numbers or token ids, but gets both.' })
    const last = all.map(t => t.shape.at(-1) ?? null)
    if (last.includes(null))
      return fail({ port: 'in', message: 'Concatenate needs a known last size, but gets an open length.' })
    const features = last.reduce<number>((n, d) => n + (d ?? 0), 0)
    return ok([
      tensor(
        [...front, features],
        first.dtype,
        all.every(t => t.mask)
      )
    ])
  },
  ops: (b, { in: all }) => [b.withMask(b.concat(all, -1), mergedMask(b, all))],
  keras: () => ({ layer: call(layers('Concatenate')) }),
  pytorch: (_p, io) => {
    const layout = io.layout('in')
    const isImage = layout.kind === 'channels-first'
    const all = io.takeMany('in', isImage ? 'any' : 'plain')
    return {
      forward: () => call(torch('cat'), [list(all)], { dim: isImage ? 1 : -1 }),
      ...(isImage && { layout })
    }
  }
})

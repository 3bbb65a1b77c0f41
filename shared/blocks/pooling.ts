/** What max and average pooling over images share: everything but the operation. */
import { call, div, type PyExpr } from '../codegen/python/expr'
import { F, keras, layers, nn, torch } from '../codegen/python/modules'
import type { OpsBuilder } from '../network/builder'
import type { Pair, Value } from '../network/program'
import { fail, ok } from '../result'
import { defineBlock, type Docs, type KerasLayer, type LayerBlock } from './block'
import type { Values } from './params'
import { shapeText, tensor } from './tensor-type'
import {
  hasPads,
  imageSize,
  isTooSmall,
  paddingParam,
  padsOf,
  sizeParam,
  sizeText,
  square,
  torchPads,
  windowedSize,
  type Window
} from './windows'

interface Pooling {
  readonly type: string
  readonly label: string
  readonly aliases: readonly string[]
  readonly tasks: readonly string[]
  readonly docs: Docs
  readonly kind: 'max' | 'average'
}

const params = {
  size: sizeParam('Window', 'Height and width of each window.', [2, 2]),
  strides: sizeParam('Stride', 'How far the window moves at each step; most often its own size.', [2, 2]),
  padding: paddingParam()
} as const

const windowOf = (p: Values<typeof params>): Window => p

/** A pooling block. Sources: Keras 3 `layers.MaxPooling2D`, `AveragePooling2D`; PyTorch `nn.MaxPool2d`, `AvgPool2d`. */
export function poolingBlock({ type, label, aliases, tasks, docs, kind }: Pooling): LayerBlock {
  return defineBlock({
    type,
    label,
    aliases,
    tasks,
    group: 'pooling',
    docs,
    params,
    inputs: { in: 'one' },
    card: p => sizeText(p.size),
    infer: ({ in: x }, p) => {
      const size = imageSize(x)
      if (!size)
        return fail({
          port: 'in',
          message: `${label} needs an image of height × width × channels, but gets ${shapeText(x.shape)}.`,
          expected: 'an image'
        })
      const windowed = windowedSize(windowOf(p), size.slice(0, 2))
      if (isTooSmall(windowed))
        return fail({
          port: 'in',
          message: `A ${sizeText(p.size)} window does not fit into ${size[0]} × ${size[1]}: the image is small enough already.`,
          why: 'window',
          hints: [{ kind: 'set', param: 'padding', value: 'same' }]
        })
      return ok([tensor([...windowed, size[2]])])
    },
    ops: (b, { in: x }, p) => [pool(b, x, p, kind)],
    tfjs: p => [
      {
        className: kind === 'max' ? 'MaxPooling2D' : 'AveragePooling2D',
        config: { poolSize: [...p.size], strides: [...p.strides], padding: p.padding }
      }
    ],
    keras: (p, io) => {
      const [height = 0, width = 0] = imageSize(io.types.in) ?? []
      return kerasPooling(p, padsOf(windowOf(p), [height, width]), kind)
    },
    pytorch: (p, io) => {
      const [height = 0, width = 0] = imageSize(io.types.in) ?? []
      const x = io.take('in', 'channels-first')
      const { module, padded } = torchPooling(p, padsOf(windowOf(p), [height, width]), kind)
      return {
        module,
        forward: self => (padded ? padded(self, x) : call(self, [x])),
        layout: { kind: 'channels-first' }
      }
    }
  })
}

function pool(b: OpsBuilder, x: Value, p: Values<typeof params>, kind: Pooling['kind']): Value {
  const padding = padsOf(windowOf(p), x.shape.slice(1, -1))
  const options = { size: p.size, strides: p.strides, padding }
  return kind === 'max' ? b.maxPool(x, options) : b.avgPool(x, options)
}

/**
 * Keras 3.15.1 on PyTorch counts the padding in an average where it is not the same on both sides: there, the
 * image is padded by hand, and what was counted too much is divided out.
 */
function kerasPooling(p: Values<typeof params>, pads: readonly Pair[], kind: Pooling['kind']): KerasLayer {
  const isUneven = kind === 'average' && pads.some(([before, after]) => before !== after)
  const layer = call(layers(kind === 'max' ? 'MaxPooling2D' : 'AveragePooling2D'), [square(p.size)], {
    strides: sizeText(p.strides) === sizeText(p.size) ? undefined : square(p.strides),
    padding: p.padding === 'valid' || isUneven ? undefined : p.padding
  })
  if (!isUneven) return { layer }
  const padded = (x: PyExpr): PyExpr => call(call(layers('ZeroPadding2D'), [[...pads]]), [x])
  return {
    layer,
    apply: (named, { in: x }) => {
      if (x === undefined || !('kind' in x)) throw new Error('pooling takes one value')
      return div(call(named, [padded(x)]), call(layer, [padded(call(keras('ops.ones_like'), [x]))]))
    }
  }
}

/** The plainest module that pads as 'same' does: nothing outside counts, neither as a maximum nor in a mean. */
function torchPooling(
  p: Values<typeof params>,
  pads: readonly Pair[],
  kind: Pooling['kind']
): { readonly module: PyExpr; readonly padded?: (self: PyExpr, x: PyExpr) => PyExpr } {
  const isMax = kind === 'max'
  const stride = sizeText(p.strides) === sizeText(p.size) ? undefined : square(p.strides)
  const make = (kwargs: Parameters<typeof call>[2]): PyExpr =>
    call(nn(isMax ? 'MaxPool2d' : 'AvgPool2d'), [square(p.size)], { stride, ...kwargs })
  if (!hasPads(pads)) return { module: make({}) }
  // With ceil_mode windows may stick out behind, as long as they begin inside and no window more would.
  const fits = pads.every(([before, after], axis) => before === 0 && after < (p.strides[axis] ?? 1))
  if (fits) return { module: make({ ceil_mode: true }) }
  if (pads.every(([before, after]) => before === after))
    return {
      module: make({
        padding: square(pads.map(([before]) => before)),
        count_include_pad: isMax ? undefined : false
      })
    }
  const around = torchPads(pads)
  if (isMax)
    return {
      module: make({}),
      padded: (self, x) => call(self, [call(F('pad'), [x, around], { value: call('float', ['-inf']) })])
    }
  return {
    module: make({}),
    padded: (self, x) =>
      div(
        call(self, [call(F('pad'), [x, around])]),
        call(self, [call(F('pad'), [call(torch('ones_like'), [x]), around])])
      )
  }
}

import type { LayerBlock, TorchIo, TorchLayer } from '../../blocks/block'
import { insOf } from '../../blocks/ins'
import type { LayerNode } from '../../network/network'
import { valueAt } from '../values'
import { binary, type PyExpr } from '../python/expr'
import { channelsFirst, inLayout, plain, sameLayout, type TorchValue } from './layout'

/** The values of a graph while its `forward` is written. */
export type TorchValues = Map<string, TorchValue>

/**
 * What one layer is in PyTorch. `fixedLayout`: its weights are shared, so that every use of them must meet
 * its features in the same order.
 */
export function torchLayer(
  spec: LayerBlock,
  node: LayerNode,
  values: ReadonlyMap<string, TorchValue>,
  options: { readonly fixedLayout: boolean; readonly local: (wanted: string) => PyExpr }
): TorchLayer {
  const at = (port: string): readonly TorchValue[] =>
    (node.inputs[port] ?? []).map(ref => {
      const value = valueAt(values, ref)
      return options.fixedLayout && value.layout.kind === 'flattened'
        ? { ...value, expr: inLayout(value, plain), layout: plain }
        : value
    })
  const first = (port: string): TorchValue => {
    const [value] = at(port)
    if (!value) throw new Error(`${node.type} has nothing at ${port}`)
    return value
  }
  const io: TorchIo = {
    types: insOf(spec, node.inTypes),
    take: (port, form) => {
      const value = first(port)
      if (form === 'any') return value.expr
      return inLayout(value, form === 'channels-first' ? channelsFirst : plain)
    },
    takeMany: (port, form) =>
      at(port).map(value => inLayout(value, form === 'plain' ? plain : io.layout(port))),
    layout: port => {
      const all = at(port)
      const layout = all[0]?.layout ?? plain
      return all.every(value => sameLayout(value.layout, layout)) || layout.kind === 'channels-first'
        ? layout
        : plain
    },
    mask: port => mergedMask(at(port)),
    masks: port => at(port).map(value => value.mask),
    local: options.local
  }
  const layer = spec.pytorch(node.values, io)
  const [firstPort] = Object.keys(spec.inputs)
  const mask = layer.mask ?? (firstPort === undefined ? undefined : io.mask(firstPort))
  return mask ? { ...layer, mask } : layer
}

/** As Keras merges masks: none unless all have one; a step counts where it counts in any. */
function mergedMask(values: readonly TorchValue[]): PyExpr | undefined {
  const masks = values.map(value => value.mask)
  if (!masks.every(mask => mask !== undefined)) return undefined
  const different = masks.filter(
    (mask, i) => masks.findIndex(m => JSON.stringify(m) === JSON.stringify(mask)) === i
  )
  return different.length === 0 ? undefined : different.reduce((a, b) => binary(a, '|', b))
}

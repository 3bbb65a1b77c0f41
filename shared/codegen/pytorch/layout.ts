import type { TorchLayout } from '../../blocks/block'
import type { TensorType } from '../../blocks/tensor-type'
import { method, type PyExpr } from '../python/expr'

/** A value in `forward`, and how it lies in memory. */
export interface TorchValue {
  readonly expr: PyExpr
  readonly layout: TorchLayout
  /** `[batch, time]` booleans, where a mask travels along. */
  readonly mask?: PyExpr
}

export const plain: TorchLayout = { kind: 'plain' }
export const channelsFirst: TorchLayout = { kind: 'channels-first' }

/** Images enter and leave modules as PyTorch users expect them. */
export function layoutAtEdge(type: TensorType): TorchLayout {
  return type.shape.length === 3 && type.dtype === 'float32' && !type.mask ? channelsFirst : plain
}

export function sameLayout(a: TorchLayout, b: TorchLayout): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The same numbers in another layout; a permute only where one is needed. */
export function inLayout({ expr, layout }: TorchValue, wanted: TorchLayout): PyExpr {
  if (sameLayout(layout, wanted)) return expr
  const inPlain = toPlain(expr, layout)
  return wanted.kind === 'channels-first' ? method(inPlain, 'permute', [0, 3, 1, 2]) : inPlain
}

function toPlain(expr: PyExpr, layout: TorchLayout): PyExpr {
  switch (layout.kind) {
    case 'plain':
      return expr
    case 'channels-first':
      return method(expr, 'permute', [0, 2, 3, 1])
    case 'flattened': {
      const [height, width, channels] = layout.from
      const image = method(expr, 'unflatten', [1, [channels, height, width]])
      return method(method(image, 'permute', [0, 2, 3, 1]), 'flatten', [1])
    }
  }
}

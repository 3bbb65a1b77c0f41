import type { TorchLayout } from '../../blocks/block'
import type { TensorType } from '../../blocks/tensor-type'
import { method, type PyExpr } from '../python/expr'

/** A value in `forward`, and how it lies in memory. */
export interface TorchValue {
  readonly expr: PyExpr
  readonly layout: TorchLayout
  /** Axes, the batch among them. */
  readonly rank: number
  /** `[batch, time]` booleans, where a mask travels along. */
  readonly mask?: PyExpr
}

export const plain: TorchLayout = { kind: 'plain' }
export const channelsFirst: TorchLayout = { kind: 'channels-first' }

/** Images and volumes enter and leave modules as PyTorch users expect them. */
export function layoutAtEdge({ shape, dtype, mask }: TensorType): TorchLayout {
  const isSpatial = shape.length === 3 || shape.length === 4
  return isSpatial && dtype === 'float32' && !mask ? channelsFirst : plain
}

export function rankOf({ shape }: TensorType): number {
  return shape.length + 1
}

export function sameLayout(a: TorchLayout, b: TorchLayout): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The same numbers in another layout; a permute only where one is needed. */
export function inLayout({ expr, layout, rank }: TorchValue, wanted: TorchLayout): PyExpr {
  if (sameLayout(layout, wanted)) return expr
  const inPlain = toPlain(expr, layout, rank)
  return wanted.kind === 'channels-first' ? channelsToFront(inPlain, rank) : inPlain
}

/** `[batch, ...spatial, channels]` with its channels behind the batch. */
export function channelsToFront(expr: PyExpr, rank: number): PyExpr {
  if (rank === 3) return method(expr, 'transpose', [1, 2])
  const spatial = Array.from({ length: rank - 2 }, (_, axis) => axis + 1)
  return method(expr, 'permute', [0, rank - 1, ...spatial])
}

/** `[batch, channels, ...spatial]` with its channels at the end. */
function channelsToBack(expr: PyExpr, rank: number): PyExpr {
  if (rank === 3) return method(expr, 'transpose', [1, 2])
  const spatial = Array.from({ length: rank - 2 }, (_, axis) => axis + 2)
  return method(expr, 'permute', [0, ...spatial, 1])
}

function toPlain(expr: PyExpr, layout: TorchLayout, rank: number): PyExpr {
  switch (layout.kind) {
    case 'plain':
      return expr
    case 'channels-first':
      return channelsToBack(expr, rank)
    case 'flattened': {
      const { from } = layout
      const whole = method(expr, 'unflatten', [1, [from.at(-1) ?? 1, ...from.slice(0, -1)]])
      return method(channelsToBack(whole, from.length + 1), 'flatten', [1])
    }
  }
}

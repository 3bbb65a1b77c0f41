import { Position as Side, type Node } from '@xyflow/react'
import type { Ports } from '../../shared/graph/ports'
import { portSize, size } from './layout/measures'

type NodeHandle = NonNullable<Node['handles']>[number]

/** Tall enough for its ports: three fit beside a plain card. */
export function blockHeight({ in: inputs, out }: Ports): number {
  return Math.max(size.height, Math.max(inputs.length, out.length) * 24 + 8)
}

/** How far down a port lies: the ports of a side are spread over it evenly. */
export function portTop(index: number, count: number, height: number): number {
  return ((index + 1) / (count + 1)) * height
}

/** Where the ports of a block lie, so that nothing has to be measured on the screen. */
export function handlesOf(ports: Ports): readonly NodeHandle[] {
  const height = blockHeight(ports)
  const half = portSize / 2
  const handle = (type: 'source' | 'target', id: string, index: number, count: number): NodeHandle => ({
    id,
    type,
    position: type === 'source' ? Side.Right : Side.Left,
    x: (type === 'source' ? size.width : 0) - half,
    y: portTop(index, count, height) - half,
    width: portSize,
    height: portSize
  })
  return [
    ...ports.in.map(({ id }, i) => handle('target', id, i, ports.in.length)),
    ...ports.out.map(({ id }, i) => handle('source', id, i, ports.out.length))
  ]
}

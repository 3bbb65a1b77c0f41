import { Position as Side, type Node } from '@xyflow/react'
import type { Position } from '../../shared/document/schema'
import type { Ports } from '../../shared/graph/ports'
import { portPitch, portSize, size } from './layout/measures'

type NodeHandle = NonNullable<Node['handles']>[number]

/** Tall enough for its ports: three fit beside a plain card. Pictures come on top of it. */
export function blockHeight({ in: inputs, out }: Ports): number {
  return Math.max(size.height, Math.max(inputs.length, out.length) * portPitch + 8)
}

/** How far down a port lies: those of a side stand around the middle of it. */
export function portTop(index: number, count: number, height: number): number {
  return height / 2 + (index - (count - 1) / 2) * portPitch
}

/** Where an edge meets a port of a block; `null` for a port that it does not have. */
export function portPoint(at: Position, ports: Ports, side: 'in' | 'out', port: string): Position | null {
  const all = ports[side]
  const index = all.findIndex(({ id }) => id === port)
  if (index < 0) return null
  return {
    x: at.x + (side === 'out' ? size.width : 0),
    y: at.y + portTop(index, all.length, blockHeight(ports))
  }
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

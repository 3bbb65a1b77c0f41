import { getBezierPath, Position as Side } from '@xyflow/react'
import type { Position } from '../../shared/document/schema'

/** An edge as the canvas draws it: the path, and where its words stand. */
export interface EdgePath {
  readonly path: string
  readonly middle: Position
}

/** From the right side of one card to the left side of another. */
export function edgePath(from: Position, to: Position): EdgePath {
  const [path, x, y] = getBezierPath({
    sourceX: from.x,
    sourceY: from.y,
    sourcePosition: Side.Right,
    targetX: to.x,
    targetY: to.y,
    targetPosition: Side.Left
  })
  return { path, middle: { x, y } }
}

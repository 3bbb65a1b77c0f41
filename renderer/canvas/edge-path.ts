import { getBezierPath, Position as Side } from '@xyflow/react'
import type { Position } from '../../shared/document/schema'
import { portSize } from './layout/measures'

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

/** Of a figure in an edge's type, 10 px wide. */
const figure = 5.7

/** Whether words have room above an edge between two ports: they may reach from card to card. */
export function fitsEdge(words: string, fromX: number, toX: number): boolean {
  return words !== '' && words.length * figure <= toX - fromX + portSize
}

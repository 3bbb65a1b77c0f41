import type { EdgeChange, NodeChange } from '@xyflow/react'
import type { BlockId, Position } from '../../shared/document/schema'
import { edit } from '../store/edit-document'
import { select, useSession } from '../store/session'
import { shownNetwork } from '../store/shown'
import type { BlockNode, TypedEdge } from './flow-elements'

/** Takes from React Flow what a person has done: moves to the document, selection to the session, no measurements. */
export function takeNodeChanges(changes: readonly NodeChange<BlockNode>[]): void {
  const positions: Record<BlockId, Position> = {}
  for (const change of changes)
    if (change.type === 'position' && change.position) positions[change.id] = snapped(change.position)
  if (Object.keys(positions).length > 0) edit([{ kind: 'moveBlocks', network: shownNetwork().id, positions }])
  takeSelection(changes, 'selection')
}

export function takeEdgeChanges(changes: readonly EdgeChange<TypedEdge>[]): void {
  takeSelection(changes, 'selectedEdges')
}

function takeSelection(
  changes: readonly (NodeChange<BlockNode> | EdgeChange<TypedEdge>)[],
  what: 'selection' | 'selectedEdges'
): void {
  const chosen = changes.filter(change => change.type === 'select')
  if (chosen.length === 0) return
  const next = new Set(useSession.getState()[what])
  for (const { id, selected } of chosen)
    if (selected) next.add(id)
    else next.delete(id)
  const { selection, selectedEdges } = useSession.getState()
  if (what === 'selection') select(next, selectedEdges)
  else select(selection, next)
}

/** Whole pixels, so that files stay readable. */
function snapped({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) }
}

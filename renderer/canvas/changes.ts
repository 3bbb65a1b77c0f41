import type { Connection, EdgeChange, NodeChange } from '@xyflow/react'
import type { BlockId, Edge, Position } from '../../shared/document/schema'
import { portsOf } from '../../shared/graph/ports'
import { strings } from '../../shared/strings/strings'
import { useDocument } from '../store/document'
import { edit } from '../store/edit-document'
import { notify, select, useSession } from '../store/session'
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

/** Connects two ports. A port that takes one edge lets go of the one that it had. */
export function connect({ source, sourceHandle, target, targetHandle }: Connection): void {
  const { id, network } = shownNetwork()
  const to = network.blocks[target]
  if (!to || sourceHandle === null || targetHandle === null) return
  const edge: Edge = {
    from: { block: source, port: sourceHandle },
    to: { block: target, port: targetHandle }
  }
  const port = portsOf(useDocument.getState().document, to).in.find(input => input.id === targetHandle)
  const connected = edit([{ kind: 'connect', network: id, edge, replace: port?.arity !== 'many' }])
  if (!connected.ok) notify({ kind: 'error', title: strings.canvas.label, text: connected.error.message })
}

/** Whole pixels, so that files stay readable. */
function snapped({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) }
}

import type { Edge as FlowEdge, Node as FlowNode } from '@xyflow/react'
import type { Block, BlockId, Document, Edge, NetworkId, Position } from '../../shared/document/schema'
import { portsOf } from '../../shared/graph/ports'
import { edgeId } from './edge-id'
import { size } from './layout/measures'
import { blockHeight, handlesOf } from './node-geometry'

/** What React Flow draws. A node reads its block from the store by its id, so that it carries no data. */
export type BlockNode = FlowNode<Record<string, never>, 'block'>
export type TypedEdge = FlowEdge<{ readonly labelled: boolean }, 'typed'>

interface Made<Of, Element> {
  readonly of: Of
  readonly selected: boolean
  readonly element: Element
}

const noData: Record<string, never> = {}
const origin: Position = { x: 0, y: 0 }

/**
 * Makes React Flow's nodes from a document, and hands out the same object again for a block whose place, ports and
 * selection are what they were, so that React Flow looks at the others alone.
 */
export function createNodeMaker() {
  let made = new Map<BlockId, Made<{ block: Block; at: Position; ports: string }, BlockNode>>()
  return (document: Document, networkId: NetworkId, selection: ReadonlySet<BlockId>): BlockNode[] => {
    const positions = document.view.positions[networkId] ?? {}
    const next: typeof made = new Map()
    for (const [id, block] of Object.entries(document.networks[networkId]?.blocks ?? {})) {
      const at = positions[id] ?? origin
      const selected = selection.has(id)
      const ports = portsOf(document, block)
      const key = JSON.stringify([ports.in.map(p => p.id), ports.out.map(p => p.id)])
      const before = made.get(id)
      const same = before?.of.at === at && before.selected === selected && before.of.ports === key
      next.set(
        id,
        same
          ? before
          : {
              of: { block, at, ports: key },
              selected,
              element: {
                id,
                type: 'block',
                position: at,
                width: size.width,
                height: blockHeight(ports),
                // As if React Flow had measured it: what lies out of sight is never drawn, yet counts for "Fit".
                measured: { width: size.width, height: blockHeight(ports) },
                handles: [...handlesOf(ports)],
                selected,
                data: noData
              }
            }
      )
    }
    made = next
    return [...next.values()].map(({ element }) => element)
  }
}

/** As `createNodeMaker`, for edges. */
export function createEdgeMaker() {
  let made = new Map<Edge, Made<boolean, TypedEdge>>()
  return (edges: readonly Edge[], selectedEdges: ReadonlySet<string>): TypedEdge[] => {
    const next: typeof made = new Map()
    const pairs = new Set<string>()
    for (const edge of edges) {
      const id = edgeId(edge)
      // Of several edges between two blocks one says what travels.
      const pair = `${edge.from.block}/${edge.from.port}>${edge.to.block}`
      const labelled = !pairs.has(pair)
      pairs.add(pair)
      const selected = selectedEdges.has(id)
      const before = made.get(edge)
      next.set(
        edge,
        before?.selected === selected && before.of === labelled
          ? before
          : {
              of: labelled,
              selected,
              element: {
                id,
                type: 'typed',
                source: edge.from.block,
                sourceHandle: edge.from.port,
                target: edge.to.block,
                targetHandle: edge.to.port,
                selected,
                data: { labelled }
              }
            }
      )
    }
    made = next
    return [...next.values()].map(({ element }) => element)
  }
}

import type { Edge as FlowEdge, Node as FlowNode } from '@xyflow/react'
import type { BlockId, Document, Edge, NetworkId, Position } from '../../shared/document/schema'
import { portsOf, type Ports } from '../../shared/graph/ports'
import { edgeId } from './edge-id'
import { pictureHeight, size } from './layout/measures'
import { blockHeight, handlesOf } from './node-geometry'

/** What React Flow draws. A node reads its block from the store by its id, so that it carries no data. */
export type BlockNode = FlowNode<Record<string, never>, 'block'>
export type TypedEdge = FlowEdge<{ readonly labelled: boolean }, 'typed'>

const noData: Record<string, never> = {}
const origin: Position = { x: 0, y: 0 }

interface NodeSource {
  readonly at: Position
  readonly selected: boolean
  readonly pictured: boolean
  /** The ids of its ports. */
  readonly ports: string
}

/**
 * Makes React Flow's nodes from a document, and hands out the same object again for a block whose place, ports and
 * selection are what they were, so that React Flow looks at the others alone.
 */
export function createNodeMaker() {
  let made = new Map<BlockId, { readonly of: NodeSource; readonly node: BlockNode }>()
  let networks: Document['networks'] | null = null
  return (
    document: Document,
    networkId: NetworkId,
    selection: ReadonlySet<BlockId>,
    withPicture: ReadonlySet<BlockId>
  ): BlockNode[] => {
    const positions = document.view.positions[networkId] ?? {}
    const onlyMoved = networks === document.networks
    const next: typeof made = new Map()
    for (const [id, block] of Object.entries(document.networks[networkId]?.blocks ?? {})) {
      const before = made.get(id)
      const at = positions[id] ?? origin
      const selected = selection.has(id)
      const pictured = withPicture.has(id)
      const still = before?.of.at === at && before.of.selected === selected && before.of.pictured === pictured
      if (before && still && onlyMoved) {
        next.set(id, before)
        continue
      }
      const ports = portsOf(document, block)
      const key = JSON.stringify([ports.in.map(p => p.id), ports.out.map(p => p.id)])
      const same = before && still && before.of.ports === key
      next.set(
        id,
        same
          ? before
          : {
              of: { at, selected, pictured, ports: key },
              node: nodeOf(id, ports, { at, selected, pictured })
            }
      )
    }
    made = next
    networks = document.networks
    return [...next.values()].map(({ node }) => node)
  }
}

/** React Flow takes `null` for no label, which its type does not say; without any it makes up one of ids. */
const noLabel = null as unknown as string

/** The card says all that there is to say of a block; the frame around it says nothing. */
const silent = { 'aria-roledescription': undefined }

function nodeOf(id: BlockId, ports: Ports, { at, selected, pictured }: Omit<NodeSource, 'ports'>): BlockNode {
  const dimensions = { width: size.width, height: blockHeight(ports) + (pictured ? pictureHeight : 0) }
  return {
    id,
    type: 'block',
    position: at,
    ...dimensions,
    // As if React Flow had measured it: what lies out of sight is never drawn, yet counts for "Fit".
    measured: dimensions,
    handles: [...handlesOf(ports)],
    selected,
    data: noData,
    domAttributes: silent
  }
}

/** As `createNodeMaker`, for edges. */
export function createEdgeMaker() {
  let made = new Map<Edge, TypedEdge>()
  return (edges: readonly Edge[], selectedEdges: ReadonlySet<string>): TypedEdge[] => {
    const next: typeof made = new Map()
    const pairs = new Set<string>()
    for (const edge of edges) {
      const id = edgeId(edge)
      const selected = selectedEdges.has(id)
      // Of several edges between two blocks one says what travels.
      const pair = `${edge.from.block}/${edge.from.port}>${edge.to.block}`
      const labelled = !pairs.has(pair)
      pairs.add(pair)
      const before = made.get(edge)
      const same = before?.selected === selected && before.data?.labelled === labelled
      next.set(edge, same ? before : flowEdgeOf(id, edge, selected, labelled))
    }
    made = next
    return [...next.values()]
  }
}

function flowEdgeOf(id: string, { from, to }: Edge, selected: boolean, labelled: boolean): TypedEdge {
  return {
    id,
    type: 'typed',
    source: from.block,
    sourceHandle: from.port,
    target: to.block,
    targetHandle: to.port,
    selected,
    data: { labelled },
    ariaRole: 'presentation',
    ariaLabel: noLabel,
    domAttributes: silent
  }
}

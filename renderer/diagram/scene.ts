import type { GroupId } from '../../shared/blocks/block'
import { blockOf } from '../../shared/blocks/registry'
import type { Block, BlockId, Document, NetworkId, Position } from '../../shared/document/schema'
import type { Analysis, GraphAnalysis } from '../../shared/graph/analyse'
import { portsOf, type Ports } from '../../shared/graph/ports'
import { cardLine, edgeText, outputShape, parametersOf } from '../canvas/card-facts'
import { edgePath, fitsEdge, type EdgePath } from '../canvas/edge-path'
import { portSize, size } from '../canvas/layout/measures'
import { withPositions } from '../canvas/layout/place'
import { blockHeight, portTop } from '../canvas/node-geometry'

/** A card, in pixels from the corner of the picture. */
export interface SceneCard {
  readonly at: Position
  readonly width: number
  readonly height: number
  readonly type: string
  readonly group: GroupId | undefined
  readonly name: string
  readonly line: string
  readonly shape: string
  readonly parameters: number
  /** Where its ports lie. */
  readonly ports: readonly Position[]
}

export interface SceneEdge extends EdgePath {
  /** What travels along it; empty where there is no room for the words. */
  readonly text: string
}

/** A network as the canvas shows it, without the window. */
export interface Scene {
  readonly title: string
  readonly width: number
  readonly height: number
  readonly cards: readonly SceneCard[]
  readonly edges: readonly SceneEdge[]
}

/** Pixels around the network. */
const margin = 32

export function sceneOf(document: Document, analysis: Analysis, networkId: NetworkId): Scene {
  const network = document.networks[networkId]
  const graph = networkId === document.root ? analysis.root : analysis.definitions.get(networkId)
  const places = withPositions(document).view.positions[networkId] ?? {}
  const blocks = Object.entries(network?.blocks ?? {})
  const cards = new Map<BlockId, Placed>()
  const at = (id: BlockId): Position => places[id] ?? { x: 0, y: 0 }
  const left = Math.min(...blocks.map(([id]) => at(id).x)) - margin
  const top = Math.min(...blocks.map(([id]) => at(id).y)) - margin
  for (const [id, block] of blocks) {
    const { x, y } = at(id)
    cards.set(id, placed(document, graph, id, block, { x: x - left, y: y - top }))
  }
  const all = [...cards.values()].map(({ card }) => card)
  const labelled = new Set<string>()
  const edges = (network?.edges ?? []).flatMap(({ from, to }): SceneEdge[] => {
    const start = cards.get(from.block)?.out.get(from.port)
    const end = cards.get(to.block)?.in.get(to.port)
    if (!start || !end) return []
    // Of several edges between two blocks one says what travels.
    const pair = `${from.block}/${from.port}>${to.block}`
    const words = labelled.has(pair) ? '' : edgeText(graph, from.block, from.port)
    labelled.add(pair)
    const text = fitsEdge(words, start.x, end.x) ? words : ''
    return [{ ...edgePath(start, end), text }]
  })
  return {
    title: networkId === document.root ? document.name : `${document.name} – ${network?.name ?? ''}`,
    width: Math.max(0, ...all.map(card => card.at.x + card.width)) + margin,
    height: Math.max(0, ...all.map(card => card.at.y + card.height)) + margin,
    cards: all,
    edges
  }
}

interface Placed {
  readonly card: SceneCard
  /** Where edges end and begin, by port. */
  readonly in: ReadonlyMap<string, Position>
  readonly out: ReadonlyMap<string, Position>
}

function placed(
  document: Document,
  graph: GraphAnalysis | undefined,
  id: BlockId,
  block: Block,
  at: Position
): Placed {
  const ports = portsOf(document, block)
  const height = blockHeight(ports)
  const side = (list: Ports['in'] | Ports['out'], x: number) =>
    list.map((port, i) => [port.id, { x, y: at.y + portTop(i, list.length, height) }] as const)
  const into = side(ports.in, at.x)
  const outOf = side(ports.out, at.x + size.width)
  const half = portSize / 2
  const outside = (entries: typeof into, by: number) =>
    new Map(entries.map(([port, { x, y }]) => [port, { x: x + by, y }]))
  return {
    card: {
      at,
      width: size.width,
      height,
      type: block.type,
      group: blockOf(block.type)?.group,
      name: block.name,
      line: cardLine(block),
      shape: outputShape(graph, id, block),
      parameters: parametersOf(graph, id),
      ports: [...into, ...outOf].map(([, place]) => place)
    },
    in: outside(into, -half),
    out: outside(outOf, half)
  }
}

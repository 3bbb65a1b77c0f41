import {
  onCanvas,
  type BlockId,
  type Document,
  type Edge,
  type Network,
  type Position
} from '../../../shared/document/schema'
import type { Edit } from '../../../shared/graph/edits/edit'
import { adjacency, downstream, topology } from '../../../shared/graph/topology'
import { layered } from './layered'
import { pictureHeight, pitch, size } from './measures'

type Positions = Readonly<Record<BlockId, Position>>

/** The document with a place for every block: for networks without any, side by side from left to right. */
export function withPositions(document: Document): Document {
  const positions = Object.fromEntries(
    Object.entries(document.networks).map(([id, network]) => {
      const stored = document.view.positions[id] ?? {}
      return [id, { ...stored, ...missing(network, stored) }]
    })
  )
  return { ...document, view: { positions } }
}

/** Moves that give places to blocks which an edit has added without any, and make room for them. */
export function placeNewBlocks(before: Document, after: Document): readonly Edit[] {
  return Object.entries(after.networks).flatMap(([id, network]): Edit[] => {
    if (network === before.networks[id]) return []
    const positions = missing(network, after.view.positions[id] ?? {})
    return Object.keys(positions).length === 0 ? [] : [{ kind: 'moveBlocks', network: id, positions }]
  })
}

/** Places for the blocks that have none; with them, the new places of blocks that make room. */
function missing(network: Network, stored: Positions): Positions {
  const ids = Object.keys(network.blocks)
  if (ids.every(id => stored[id] !== undefined)) return {}
  if (ids.every(id => stored[id] === undefined)) return layered(network)
  const { into } = adjacency(network.edges)
  const all: Record<BlockId, Position> = { ...stored }
  const changed = new Set<BlockId>()
  for (const id of topology(network).order) {
    if (all[id] !== undefined) continue
    const sources = (into.get(id) ?? []).flatMap(({ from }) => all[from.block] ?? [])
    const at =
      sources.length === 0
        ? freeSpot(Object.values(all), { x: 0, y: 0 })
        : { x: Math.max(...sources.map(({ x }) => x)) + pitch.x, y: sources[0]?.y ?? 0 }
    all[id] = at
    changed.add(id)
    for (const moved of makeRoom(network, all, id, at)) changed.add(moved)
  }
  return Object.fromEntries(
    [...changed].map(id => {
      const { x, y } = all[id] ?? { x: 0, y: 0 }
      return [id, { x: onCanvas(x), y: onCanvas(y) }]
    })
  )
}

/**
 * Places for a block that was put into an edge, and for what has to make room: where it was dropped if it lies between
 * the two ends there, else right behind the first.
 */
export function placesBetween(
  network: Network,
  stored: Positions,
  { from, to }: Edge,
  id: BlockId,
  dropped: Position
): Positions {
  const [source, target] = [stored[from.block], stored[to.block]]
  if (!source || !target) return {}
  const hasRoom = dropped.x - source.x >= size.width + air && target.x - dropped.x >= size.width + air
  const isFar = Math.abs(dropped.y - source.y) >= size.height && Math.abs(dropped.y - target.y) >= size.height
  if (hasRoom || isFar) return { [id]: dropped }
  const all: Record<BlockId, Position> = { ...stored, [id]: { x: source.x + pitch.x, y: source.y } }
  const moved = makeRoom(network, all, id, all[id] ?? dropped)
  return Object.fromEntries([id, ...moved].map(other => [other, all[other] ?? dropped]))
}

/** Left free at least between a block and its neighbours. */
const air = 16

/** Shifts what comes after a new block to the right, where it stands in the way. */
function makeRoom(
  network: Network,
  all: Record<BlockId, Position>,
  id: BlockId,
  at: Position
): readonly BlockId[] {
  const after = [...downstream(network, [id])].filter(other => other !== id && all[other] !== undefined)
  const nearest = Math.min(...after.map(other => all[other]?.x ?? Infinity))
  const shift = at.x + pitch.x - nearest
  if (after.length === 0 || shift <= 0) return []
  for (const other of after) {
    const old = all[other]
    if (old) all[other] = { x: old.x + shift, y: old.y }
  }
  return after
}

/** The nearest place at or below `wish` where no block lies. */
export function freeSpot(taken: readonly Position[], wish: Position): Position {
  const hits = (at: Position): boolean =>
    taken.some(
      other => Math.abs(other.x - at.x) < size.width && Math.abs(other.y - at.y) < size.height + pictureHeight
    )
  let at = wish
  while (hits(at)) at = { x: at.x, y: at.y + pitch.y }
  return at
}

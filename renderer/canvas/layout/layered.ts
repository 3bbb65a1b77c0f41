import type { BlockId, Network, Position } from '../../../shared/document/schema'
import { adjacency, topology } from '../../../shared/graph/topology'
import { gap, size } from './measures'

/** Blocks left to right, each right of all that it needs; side by side those at the same distance. */
export function layered(network: Network): Readonly<Record<BlockId, Position>> {
  const { into } = adjacency(network.edges)
  const { order } = topology(network)
  const column = new Map<BlockId, number>()
  const columns: BlockId[][] = []
  const row = new Map<BlockId, number>()
  const known = (id: BlockId) =>
    (into.get(id) ?? []).map(edge => edge.from.block).filter(other => column.has(other))
  for (const id of order) {
    const at = Math.max(-1, ...known(id).map(other => column.get(other) ?? 0)) + 1
    column.set(id, at)
    ;(columns[at] ??= []).push(id)
  }
  // Each column in the order of what it is fed by, so that edges seldom cross.
  for (const ids of columns) {
    const wish = new Map(ids.map(id => [id, mean(known(id).map(other => row.get(other) ?? 0))]))
    ids.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0))
    ids.forEach((id, i) => row.set(id, i - (ids.length - 1) / 2))
  }
  const place = (id: BlockId): Position => ({
    x: (column.get(id) ?? 0) * (size.width + gap.x),
    y: (row.get(id) ?? 0) * (size.height + gap.y)
  })
  return Object.fromEntries(order.map(id => [id, place(id)]))
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

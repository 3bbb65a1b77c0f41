import type { BlockId, Edge, Network } from '../document/schema'
import { downstream } from './topology'
import { edgesInto, edgesOutOf } from './wiring'

/**
 * The edges that lead what comes in first past a block, to all that read it; `null` where its readers would be
 * left with nothing, or data would run in a circle.
 */
export function bypassEdges(network: Network, id: BlockId): readonly Edge[] | null {
  const readers = edgesOutOf(network, id)
  if (readers.length === 0) return []
  const from = edgesInto(network, id)[0]?.from
  if (!from || downstream(network, [id]).has(from.block)) return null
  const past = new Map<string, Edge>()
  for (const { to } of readers) {
    const isThere = edgesInto(network, to.block, to.port).some(
      edge => edge.from.block === from.block && edge.from.port === from.port
    )
    if (!isThere) past.set(`${to.block} ${to.port}`, { from, to })
  }
  return [...past.values()]
}

import type { BlockId, Edge, Network } from '../../document/schema'
import { edgesInto } from '../wiring'

/** The edges on the way back from a block through the first input of each, nearest first. */
export function mainPath(network: Network, from: BlockId): readonly Edge[] {
  const path: Edge[] = []
  const seen = new Set<BlockId>()
  for (let at = from; !seen.has(at);) {
    seen.add(at)
    const [edge] = edgesInto(network, at)
    if (!edge) break
    path.push(edge)
    at = edge.from.block
  }
  return path
}

import type { BlockId, Network } from '../../document/schema'
import { upstream } from '../topology'

const known = new WeakMap<Network, ReadonlySet<BlockId>>()

/** The blocks that lead to an output: an Output in the root, a group output in a definition. */
export function reaching(network: Network): ReadonlySet<BlockId> {
  const before = known.get(network)
  if (before) return before
  const ends = Object.entries(network.blocks).filter(
    ([, b]) => b.type === 'output' || b.type === 'groupOutput'
  )
  const reached = upstream(
    network,
    ends.map(([id]) => id)
  )
  known.set(network, reached)
  return reached
}

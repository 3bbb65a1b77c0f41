import type { BlockId, Document, Network, NetworkId } from '../../document/schema'
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

/** Whether a block takes part; without any output every block does, so that nothing is played down. */
export function reachesOutput(document: Document, network: NetworkId, block: BlockId): boolean {
  const definition = document.networks[network]
  if (!definition) return true
  const reached = reaching(definition)
  return reached.size === 0 || reached.has(block)
}

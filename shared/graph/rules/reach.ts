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
  let reached = upstream(
    network,
    ends.map(([id]) => id)
  )
  // Whoever lends its weights takes part, even where its own result leads nowhere.
  for (let lenders = lendersOf(network, reached); lenders.length > 0; lenders = lendersOf(network, reached))
    reached = upstream(network, [...reached, ...lenders])
  known.set(network, reached)
  return reached
}

function lendersOf(network: Network, reached: ReadonlySet<BlockId>): readonly BlockId[] {
  return [...reached].flatMap(id => {
    const lender = network.blocks[id]?.weightsOf
    return lender === undefined || reached.has(lender) ? [] : [lender]
  })
}

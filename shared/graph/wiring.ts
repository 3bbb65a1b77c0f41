import type { BlockId, Edge, Network } from '../document/schema'
import { adjacency } from './topology'

/** The edges that end at a block, or at one of its ports, in their order. */
export function edgesInto(network: Network, block: BlockId, port?: string): readonly Edge[] {
  const all = adjacency(network.edges).into.get(block) ?? NONE
  return port === undefined ? all : all.filter(edge => edge.to.port === port)
}

/** The edges that begin at a block, or at one of its ports. */
export function edgesOutOf(network: Network, block: BlockId, port?: string): readonly Edge[] {
  const all = adjacency(network.edges).outOf.get(block) ?? NONE
  return port === undefined ? all : all.filter(edge => edge.from.port === port)
}

const NONE: readonly Edge[] = []

import type { BlockId, NetworkId } from '../document/schema'
import type { Graph } from '../network/network'
import { definitionOf } from './definitions'

/** A block, by the network that it stands in; `null` is the root. */
export interface BlockPlace {
  readonly network: NetworkId | null
  readonly block: BlockId
}

/**
 * What printed lines come from: `dense-1` of the root, `net-residual/conv-1` of a definition. Two networks may each
 * have a block of the same id.
 */
export function originOf({ key }: Pick<Graph, 'key'>, block: BlockId): string {
  // Only the keys of definitions hold a slash.
  return key.includes('/') ? originAt({ network: definitionOf(key), block }) : block
}

export function originAt({ network, block }: BlockPlace): string {
  return network === null ? block : `${network}/${block}`
}

export function placeOf(origin: string): BlockPlace {
  const slash = origin.indexOf('/')
  return slash < 0
    ? { network: null, block: origin }
    : { network: origin.slice(0, slash), block: origin.slice(slash + 1) }
}

import type { Edge, Network } from '../../shared/document/schema'

/** The same for the same ends: no two edges of a network have the same. */
export function edgeId({ from, to }: Edge): string {
  return `${from.block}/${from.port}>${to.block}/${to.port}`
}

export function edgeOf(network: Network, id: string): Edge | undefined {
  return network.edges.find(edge => edgeId(edge) === id)
}

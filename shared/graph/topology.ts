import type { BlockId, Edge, Network } from '../document/schema'

/** The edges into and out of each block, in their order. */
export interface Adjacency {
  readonly into: ReadonlyMap<BlockId, readonly Edge[]>
  readonly outOf: ReadonlyMap<BlockId, readonly Edge[]>
}

const known = new WeakMap<Network['edges'], Adjacency>()

/** Made once for the same list of edges. */
export function adjacency(edges: Network['edges']): Adjacency {
  const found = known.get(edges)
  if (found !== undefined) return found
  const into = new Map<BlockId, Edge[]>()
  const outOf = new Map<BlockId, Edge[]>()
  for (const edge of edges) {
    append(into, edge.to.block, edge)
    append(outOf, edge.from.block, edge)
  }
  known.set(edges, { into, outOf })
  return { into, outOf }
}

export interface Topology {
  /** Every block, each after those that it needs; blocks of a branch stay together. */
  readonly order: readonly BlockId[]
  /** The blocks that reach themselves, each list one knot of cycles. In `order` they stand side by side. */
  readonly cycles: readonly (readonly BlockId[])[]
}

/**
 * Tarjan's strongly connected components (1972) along the edges from a block to its inputs, which come out
 * inputs first. Linear in blocks and edges, on a stack of its own: a chain of 100,000 blocks is no problem.
 */
export function topology(network: Network): Topology {
  const { into, outOf } = adjacency(network.edges)
  const index = new Map<BlockId, number>()
  const lowest = new Map<BlockId, number>()
  const pending: BlockId[] = []
  const isPending = new Set<BlockId>()
  const order: BlockId[] = []
  const cycles: BlockId[][] = []

  const enter = (id: BlockId): { id: BlockId; next: number } => {
    index.set(id, index.size)
    lowest.set(id, index.size - 1)
    pending.push(id)
    isPending.add(id)
    return { id, next: 0 }
  }
  const lower = (id: BlockId, to: number | undefined): void => {
    lowest.set(id, Math.min(lowest.get(id) ?? 0, to ?? 0))
  }
  const close = (id: BlockId): void => {
    if (lowest.get(id) !== index.get(id)) return
    const knot = pending.splice(pending.lastIndexOf(id))
    for (const member of knot) isPending.delete(member)
    order.push(...knot.reverse())
    if (knot.length > 1 || into.get(id)?.some(edge => edge.from.block === id) === true) cycles.push(knot)
  }

  const ids = Object.keys(network.blocks).sort()
  const ends = ids.filter(id => !outOf.has(id))
  for (const start of [...ends, ...ids]) {
    if (index.has(start)) continue
    const open = [enter(start)]
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const input = into.get(top.id)?.[top.next]?.from.block
      top.next += 1
      if (input === undefined) {
        open.pop()
        close(top.id)
        const user = open.at(-1)
        if (user !== undefined) lower(user.id, lowest.get(top.id))
      } else if (!index.has(input)) open.push(enter(input))
      else if (isPending.has(input)) lower(top.id, index.get(input))
    }
  }
  return { order, cycles }
}

/** `from` and all that depends on it. */
export function downstream(network: Network, from: Iterable<BlockId>): ReadonlySet<BlockId> {
  const { outOf } = adjacency(network.edges)
  return spread(from, id => outOf.get(id)?.map(edge => edge.to.block))
}

/** `from` and all that it depends on. */
export function upstream(network: Network, from: Iterable<BlockId>): ReadonlySet<BlockId> {
  const { into } = adjacency(network.edges)
  return spread(from, id => into.get(id)?.map(edge => edge.from.block))
}

function spread(
  from: Iterable<BlockId>,
  next: (id: BlockId) => readonly BlockId[] | undefined
): Set<BlockId> {
  const reached = new Set(from)
  // A set hands out what is added to it while it is walked.
  for (const id of reached) for (const other of next(id) ?? []) reached.add(other)
  return reached
}

function append(map: Map<BlockId, Edge[]>, key: BlockId, edge: Edge): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [edge])
  else list.push(edge)
}

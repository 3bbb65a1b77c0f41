import { limits } from './limits'
import { quoted } from './problem'
import type { BlockId, Document, Edge, Network, NetworkId } from './schema'

/** Where and why the parts of a document don't fit together. */
export interface Break {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** The first broken reference, doubled edge, group inside itself or exceeded limit; `null` where all is well. */
export function findBreak(document: Document): Break | null {
  if (!Object.hasOwn(document.networks, document.root))
    return { path: ['root'], message: `there is no network ${document.root}` }
  const excess = findExcess(document)
  if (excess !== null) return excess
  for (const [id, network] of Object.entries(document.networks)) {
    const found = breakOfNetwork(network)
    if (found !== null) return { path: ['networks', id, ...found.path], message: found.message }
  }
  return groupBreak(document.networks)
}

/** More of something than a document may hold. It looks at what nobody has checked yet, since checks take their time. */
export function findExcess(raw: unknown): Break | null {
  const networks = Object.values(recordOf(recordOf(raw)['networks'])).map(recordOf)
  const blocks = networks.reduce((sum, network) => sum + Object.keys(recordOf(network['blocks'])).length, 0)
  const edges = networks.reduce((sum, { edges }) => sum + (Array.isArray(edges) ? edges.length : 0), 0)
  if (networks.length > limits.networks) return tooMany('networks', networks.length, limits.networks)
  if (blocks > limits.blocks) return tooMany('blocks', blocks, limits.blocks)
  return edges > limits.edges ? tooMany('edges', edges, limits.edges) : null
}

function recordOf(raw: unknown): Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>) : {}
}

/** The same within one network. */
export function breakOfNetwork(network: Network): Break | null {
  for (const [id, block] of Object.entries(network.blocks)) {
    if (block.weightsOf === undefined) continue
    const path = ['blocks', id, 'weightsOf']
    const owner = Object.hasOwn(network.blocks, block.weightsOf) ? network.blocks[block.weightsOf] : undefined
    if (owner === undefined) return { path, message: `there is no block ${block.weightsOf} in this network` }
    if (block.weightsOf === id) return { path, message: 'a block can’t take its weights from itself' }
    if (owner.weightsOf !== undefined)
      return {
        path,
        message: `${block.weightsOf} has no weights of its own: name ${owner.weightsOf} instead`
      }
  }
  const seen = new Set<string>()
  for (const [index, edge] of network.edges.entries()) {
    for (const end of ['from', 'to'] as const)
      if (!Object.hasOwn(network.blocks, edge[end].block))
        return {
          path: ['edges', index, end],
          message: `there is no block ${edge[end].block} in this network`
        }
    const key = edgeKey(edge)
    if (seen.has(key)) return { path: ['edges', index], message: 'this edge is there twice' }
    seen.add(key)
  }
  return null
}

/** The same text for the same edge. */
export function edgeKey(edge: Edge): string {
  return `${edge.from.block} ${edge.from.port} ${edge.to.block} ${edge.to.port}`
}

/**
 * A group definition that contains itself, or nests too deeply. Linear and without recursion: a definition is
 * settled once all that it uses are.
 */
export function groupBreak(networks: Document['networks']): Break | null {
  const heights = new Map<NetworkId, number>()
  for (const start of Object.keys(networks)) {
    if (heights.has(start)) continue
    const open = [opened(networks, start)]
    const within = new Set([start])
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const use = top.uses.pop()
      if (use === undefined) {
        if (top.height > limits.groupDepth)
          return { path: ['networks', top.id], message: `groups may nest ${limits.groupDepth} deep at most` }
        heights.set(top.id, top.height)
        within.delete(top.id)
        open.pop()
        const user = open.at(-1)
        if (user !== undefined) user.height = Math.max(user.height, top.height + 1)
        continue
      }
      if (within.has(use.network)) {
        const name = quoted(networks[use.network]?.name ?? '')
        const path = ['networks', top.id, 'blocks', use.block, 'params', 'network']
        return { path, message: `the group ${name} would contain itself` }
      }
      const height = heights.get(use.network)
      if (height !== undefined) top.height = Math.max(top.height, height + 1)
      else {
        open.push(opened(networks, use.network))
        within.add(use.network)
      }
    }
  }
  return null
}

interface Use {
  readonly block: BlockId
  readonly network: NetworkId
}

function opened(
  networks: Document['networks'],
  id: NetworkId
): { id: NetworkId; uses: Use[]; height: number } {
  return { id, uses: groupUses(networks[id]).filter(use => Object.hasOwn(networks, use.network)), height: 0 }
}

/** The blocks of a network that are instances of definitions. */
export function groupUses(network: Network | undefined): Use[] {
  return Object.entries(network?.blocks ?? {}).flatMap(([block, { type, params }]) => {
    const used = type === 'group' && Object.hasOwn(params, 'network') ? params.network : null
    return typeof used === 'string' ? [{ block, network: used }] : []
  })
}

function tooMany(what: string, found: number, most: number): Break {
  return { path: ['networks'], message: `${found} ${what}: at most ${most} can be held` }
}

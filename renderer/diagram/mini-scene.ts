import { blockOf } from '../../shared/blocks/registry'
import { groupParams } from '../../shared/blocks/structural'
import type { BlockId, Document, Edge, Network, NetworkId, Position } from '../../shared/document/schema'
import { topology } from '../../shared/graph/topology'
import { layered } from '../canvas/layout/layered'
import { pitch } from '../canvas/layout/measures'
import { withPositions } from '../canvas/layout/place'

/** A network in small: tiles a unit apart, for pictures a few hundred pixels wide. Plain data, which may be kept. */
export interface MiniScene {
  readonly tiles: readonly MiniTile[]
  /** By the places of their tiles in the list. */
  readonly edges: readonly (readonly [from: number, to: number])[]
  /** Around the inside of a group that is drawn open. */
  readonly frames: readonly MiniFrame[]
}

export interface MiniTile extends Position {
  readonly type: string
}

interface MiniFrame {
  readonly tiles: readonly number[]
  /** How many times in a row it is used. */
  readonly repeat: number
}

/** Above this, groups stay closed and blocks lie where the document has them. */
const few = 32

/** Above this, the rest is left out: nobody could see it. */
const most = 400

/** The root of a document; each group of a small one is shown open where it is used first. */
export function miniScene(document: Document): MiniScene {
  const { network, frames } = withOpenGroups(document)
  const isSmall = Object.keys(network.blocks).length <= few
  const shown = isSmall ? network : document.networks[document.root]
  if (!shown) return { tiles: [], edges: [], frames: [] }
  const places = isSmall ? layered(shown) : (withPositions(document).view.positions[document.root] ?? {})
  const ids = topology(shown).order.slice(0, most)
  const index = new Map(ids.map((id, i) => [id, i]))
  const at = (id: BlockId): Position => places[id] ?? { x: 0, y: 0 }
  const pairs = new Map(
    shown.edges.flatMap(({ from, to }) => {
      const ends = [index.get(from.block), index.get(to.block)] as const
      const [start, end] = ends
      return start === undefined || end === undefined ? [] : [[`${start} ${end}`, [start, end] as const]]
    })
  )
  return {
    tiles: ids.map(id => ({
      type: shown.blocks[id]?.type ?? '',
      x: tenths(at(id).x / pitch.x),
      y: tenths(at(id).y / pitch.y)
    })),
    edges: [...pairs.values()],
    frames: isSmall
      ? frames.map(({ ids: inside, repeat }) => ({
          tiles: inside.flatMap(id => index.get(id) ?? []),
          repeat
        }))
      : []
  }
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

interface Opened {
  readonly network: Network
  readonly frames: readonly { readonly ids: readonly BlockId[]; readonly repeat: number }[]
}

/** The root with the first use of each definition replaced by what is inside; groups within groups stay closed. */
function withOpenGroups(document: Document): Opened {
  const root = document.networks[document.root]
  if (!root) return { network: { name: '', blocks: {}, edges: [] }, frames: [] }
  const open = new Map<BlockId, { readonly inside: Network; readonly repeat: number }>()
  const seen = new Set<NetworkId>()
  for (const id of topology(root).order) {
    const block = root.blocks[id]
    if (!block || blockOf(block.type)?.kind !== 'group') continue
    const { network, repeat } = groupParams({ network: '', repeat: 1, ...block.params })
    const inside = Object.hasOwn(document.networks, network) ? document.networks[network] : undefined
    if (!inside || network === document.root || seen.has(network)) continue
    seen.add(network)
    open.set(id, { inside, repeat })
  }
  const isPort = (network: Network, id: BlockId): boolean =>
    ['groupInput', 'groupOutput'].includes(network.blocks[id]?.type ?? '')
  const innerId = (group: BlockId, id: BlockId): BlockId => `${group}-${id}`

  /** What feeds an edge, seen through the walls of groups that are open; `through` are those it was seen through. */
  const sources = ({ from }: Edge, through: readonly Edge[] = []): readonly BlockId[] => {
    const group = open.get(from.block)
    if (!group) return [from.block]
    return group.inside.edges
      .filter(edge => edge.to.block === from.port)
      .flatMap(edge => insideSources(from.block, group.inside, edge, through))
  }
  const insideSources = (
    group: BlockId,
    inside: Network,
    edge: Edge,
    through: readonly Edge[] = []
  ): readonly BlockId[] => {
    const { block } = edge.from
    if (!isPort(inside, block)) return [innerId(group, block)]
    // A ring of groups that pass on what they are given has no source.
    if (through.includes(edge)) return []
    return root.edges
      .filter(({ to }) => to.block === group && to.port === block)
      .flatMap(outside => sources(outside, [...through, edge]))
  }

  const joined = (from: readonly BlockId[], to: BlockId): readonly Edge[] =>
    from.map(block => ({ from: { block, port: 'out' }, to: { block: to, port: 'in' } }))
  const outer = root.edges
    .filter(({ to }) => !open.has(to.block))
    .flatMap(edge => joined(sources(edge), edge.to.block))
  const inner = [...open].flatMap(([group, { inside }]) =>
    inside.edges
      .filter(({ to }) => !isPort(inside, to.block))
      .flatMap(edge => joined(insideSources(group, inside, edge), innerId(group, edge.to.block)))
  )
  const blocks = Object.entries(root.blocks).flatMap(([id, block]) => {
    const group = open.get(id)
    if (!group) return [[id, block] as const]
    return Object.entries(group.inside.blocks)
      .filter(([inside]) => !isPort(group.inside, inside))
      .map(([inside, each]) => [innerId(id, inside), each] as const)
  })
  return {
    network: { name: root.name, blocks: Object.fromEntries(blocks), edges: [...outer, ...inner] },
    frames: [...open].map(([group, { inside, repeat }]) => ({
      ids: Object.keys(inside.blocks)
        .filter(id => !isPort(inside, id))
        .map(id => innerId(group, id)),
      repeat
    }))
  }
}

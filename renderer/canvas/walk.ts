import type { BlockId, Network, Position } from '../../shared/document/schema'
import { topology } from '../../shared/graph/topology'
import { edgesInto, edgesOutOf } from '../../shared/graph/wiring'

export type Direction = 'left' | 'right' | 'up' | 'down'

type Positions = Readonly<Record<BlockId, Position>>

const origin: Position = { x: 0, y: 0 }

/** How much farther a block beside the way seems than one straight ahead. */
const aside = 2

/**
 * Where an arrow key leads from a block: right and left along the edges, up and down to what lies there; right and
 * left too where no edge leads that way. Without a block, to where data begins. `null` where there is nothing.
 */
export function walk(
  network: Network,
  positions: Positions,
  from: BlockId | null,
  direction: Direction
): BlockId | null {
  const here = from === null ? undefined : network.blocks[from]
  if (from === null || !here) return topology(network).order[0] ?? null
  const at = (id: BlockId): Position => positions[id] ?? origin
  const start = at(from)
  const neighbours =
    direction === 'right'
      ? edgesOutOf(network, from).map(({ to }) => to.block)
      : direction === 'left'
        ? edgesInto(network, from).map(({ from: source }) => source.block)
        : []
  const along = nearest(neighbours, id => Math.abs(at(id).y - start.y) * aside + Math.abs(at(id).x - start.x))
  return along ?? nearest(Object.keys(network.blocks), id => distance(start, at(id), direction))
}

/** How far a block lies in a direction; infinitely where it lies elsewhere. */
function distance(from: Position, to: Position, direction: Direction): number {
  const [x, y] = [to.x - from.x, to.y - from.y]
  const [ahead, beside] =
    direction === 'right' ? [x, y] : direction === 'left' ? [-x, y] : direction === 'down' ? [y, x] : [-y, x]
  return ahead > 0 ? ahead + aside * Math.abs(beside) : Infinity
}

function nearest(ids: readonly BlockId[], far: (id: BlockId) => number): BlockId | null {
  let best: BlockId | null = null
  let least = Infinity
  for (const id of ids) {
    const length = far(id)
    if (length < least) [best, least] = [id, length]
  }
  return best
}

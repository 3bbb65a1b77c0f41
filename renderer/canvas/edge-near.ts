import type { Document, Edge, NetworkId, Position } from '../../shared/document/schema'
import { portsOf } from '../../shared/graph/ports'
import { portPoint } from './node-geometry'

const origin: Position = { x: 0, y: 0 }

/** Pieces that a curve is looked at in. */
const pieces = 24

/** The edge whose curve passes nearest to a point of the canvas, if one does within `reach`; `null` if none. */
export function edgeNear(document: Document, id: NetworkId, point: Position, reach: number): Edge | null {
  const network = document.networks[id]
  const positions = document.view.positions[id] ?? {}
  let best: Edge | null = null
  let least = reach
  for (const edge of network?.edges ?? []) {
    const [source, target] = [network?.blocks[edge.from.block], network?.blocks[edge.to.block]]
    if (!source || !target) continue
    const [at, to] = [positions[edge.from.block] ?? origin, positions[edge.to.block] ?? origin]
    const start = portPoint(at, portsOf(document, source), 'out', edge.from.port)
    const end = portPoint(to, portsOf(document, target), 'in', edge.to.port)
    const far = start && end ? distanceTo(point, start, end, least) : Infinity
    if (far < least) [best, least] = [edge, far]
  }
  return best
}

/** From a point to the curve between two ports; `Infinity` where it is plain that it is not below `reach`. */
function distanceTo(point: Position, start: Position, end: Position, reach: number): number {
  const bend = bendOf(end.x - start.x)
  const outside =
    point.x < Math.min(start.x, end.x - bend) - reach ||
    point.x > Math.max(end.x, start.x + bend) + reach ||
    point.y < Math.min(start.y, end.y) - reach ||
    point.y > Math.max(start.y, end.y) + reach
  if (outside) return Infinity
  let least = Infinity
  for (let i = 0; i <= pieces; i++) {
    const t = i / pieces
    const x = cubic(start.x, start.x + bend, end.x - bend, end.x, t)
    const y = cubic(start.y, start.y, end.y, end.y, t)
    least = Math.min(least, Math.hypot(point.x - x, point.y - y))
  }
  return least
}

/** How far React Flow's Bézier curves lean out of a port. */
function bendOf(distance: number): number {
  return distance >= 0 ? distance / 2 : 6.25 * Math.sqrt(-distance)
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const u = 1 - t
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
}

import { ticksOf, type Span } from '../samples/axis'

export interface Point {
  readonly x: number
  readonly y: number
}

/** How data lies on the screen: as long a unit down as across. */
export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  readonly xTicks: readonly number[]
  readonly yTicks: readonly number[]
}

export type Direction = 'left' | 'right' | 'up' | 'down'

const margin = { left: 30, right: 6, top: 8, bottom: 20 }
const air = 0.06
/** Pixels between two lines of the grid, at the least. */
const spacing = 32

/** Room for all points with some air around them, in the middle of `width` × `height` pixels. */
export function frameOf(points: readonly Point[], width: number, height: number): Frame {
  const [left, top] = [margin.left, margin.top]
  const right = Math.max(left + 1, width - margin.right)
  const bottom = Math.max(top + 1, height - margin.bottom)
  const [xs, ys] = [extent(points.map(point => point.x)), extent(points.map(point => point.y))]
  const unit = Math.min(
    (right - left) / (xs.span * (1 + 2 * air)),
    (bottom - top) / (ys.span * (1 + 2 * air))
  )
  const [midX, midY] = [(left + right) / 2, (top + bottom) / 2]
  return {
    left,
    right,
    top,
    bottom,
    x: value => midX + (value - xs.mid) * unit,
    y: value => midY - (value - ys.mid) * unit,
    xTicks: ticksOf(around(xs.mid, (right - left) / unit), (right - left) / spacing),
    yTicks: ticksOf(around(ys.mid, (bottom - top) / unit), (bottom - top) / spacing)
  }
}

function around(mid: number, length: number): Span {
  return { from: mid - length / 2, to: mid + length / 2 }
}

function extent(values: readonly number[]): { readonly mid: number; readonly span: number } {
  if (values.length === 0) return { mid: 0, span: 2 }
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return { mid: (low + high) / 2, span: high - low || 1 }
}

/** The place of the nearest point, no further away than `reach`; −1 where there is none. */
export function nearestTo(points: readonly Point[], { x, y }: Point, reach: number): number {
  let best = -1
  let least = reach
  points.forEach((point, i) => {
    const far = Math.hypot(point.x - x, point.y - y)
    if (far > least) return
    best = i
    least = far
  })
  return best
}

/** From one point the next in a direction, those straight ahead first; the same where there is none. */
export function nextPoint(points: readonly Point[], from: number, direction: Direction): number {
  const here = points[from]
  if (!here) return points.length === 0 ? -1 : 0
  const [dx, dy] = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] }[direction] as [number, number]
  let best = from
  let least = Infinity
  points.forEach((point, i) => {
    const [x, y] = [point.x - here.x, point.y - here.y]
    const ahead = x * dx + y * dy
    const aside = Math.abs(x * dy - y * dx)
    const cost = ahead + 2 * aside
    if (ahead <= 0 || cost >= least) return
    best = i
    least = cost
  })
  return best
}

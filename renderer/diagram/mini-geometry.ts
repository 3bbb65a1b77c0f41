import type { Position } from '../../shared/document/schema'
import type { MiniScene } from './mini-scene'

/** In the units of the picture, which are pixels where it has room. */
export const tile = { size: 28, radius: 8, icon: 16 }
const half = tile.size / 2
const step = { x: 38, y: 40 }

/** Around the tiles of a group, and around all. */
const padding = { frame: 7, picture: 12 }

/** A picture of few blocks does not grow beyond this: its tiles are as large as those of the others. */
const least = { width: 356, height: 108 }

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface MiniGeometry {
  readonly all: Box
  /** The middles of the tiles. */
  readonly centres: readonly Position[]
  readonly paths: readonly string[]
  readonly frames: readonly { readonly box: Box; readonly repeat: number }[]
}

/** Seen from afar, pictures of few blocks and of many are drawn at one scale, as far as they go. */
export function miniGeometry(scene: MiniScene, view: 'near' | 'far'): MiniGeometry {
  const centres = scene.tiles.map(({ x, y }) => ({ x: x * step.x, y: y * step.y }))
  const at = (i: number): Position => centres[i] ?? { x: 0, y: 0 }
  const edges = scene.edges.map(([from, to]) => ({ to, ...edgeOf(at(from), at(to), centres) }))
  const frames = scene.frames.map(({ tiles, repeat }) => {
    const inside = new Set(tiles)
    const over = edges.filter(edge => inside.has(edge.to) && edge.over).map(edge => edge.box)
    const box = united(tiles.map(i => tileBox(at(i))))
    const top = Math.min(box.top, ...over.map(arc => arc.top))
    return { box: wider({ ...box, top }, padding.frame), repeat }
  })
  const parts = [...centres.map(tileBox), ...edges.map(edge => edge.box), ...frames.map(({ box }) => box)]
  return {
    all:
      view === 'near' ? wider(united(parts), padding.frame) : atLeast(wider(united(parts), padding.picture)),
    centres,
    paths: edges.map(({ path }) => path),
    frames
  }
}

function tileBox({ x, y }: Position): Box {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half }
}

function united(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { left: 0, top: 0, right: 0, bottom: 0 }
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom))
  }
}

function wider({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}

function atLeast({ left, top, right, bottom }: Box): Box {
  const x = Math.max(0, least.width - (right - left)) / 2
  const y = Math.max(0, least.height - (bottom - top)) / 2
  return { left: left - x, top: top - y, right: right + x, bottom: bottom + y }
}

interface Drawn {
  readonly path: string
  readonly box: Box
  /** Whether it passes over tiles that stand between. */
  readonly over: boolean
}

/** From side to side; where a tile stands between on the same line, over it. */
function edgeOf(from: Position, to: Position, centres: readonly Position[]): Drawn {
  const over =
    from.y === to.y && centres.some(({ x, y }) => y === from.y && x > from.x + half && x < to.x - half)
  if (!over) {
    const [start, end] = [from.x + half, to.x - half]
    const bend = Math.max(8, (end - start) / 2)
    const path = `M${start} ${from.y}C${start + bend} ${from.y} ${end - bend} ${to.y} ${end} ${to.y}`
    return { path, box: united([tileBox(from), tileBox(to)]), over }
  }
  const top = from.y - half - 12
  const corner = 9
  const path =
    `M${from.x} ${from.y - half}V${top + corner}q0 ${-corner} ${corner} ${-corner}` +
    `H${to.x - corner}q${corner} 0 ${corner} ${corner}V${to.y - half}`
  return { path, box: { left: from.x, top, right: to.x, bottom: from.y }, over }
}

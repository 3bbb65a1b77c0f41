import { placeIn, type Span } from '../samples/axis'

/** The part of a plane that is looked at. */
export interface Plane {
  readonly x: Span
  readonly y: Span
}

/** How many points are asked about along each side. */
export interface Grid {
  readonly columns: number
  readonly rows: number
}

/**
 * Where one unit is about as long in both directions it is made exactly so by showing more of the one with less, so
 * that a circle is round; columns that have little to do with each other fill the picture. `aspect`: width over height.
 */
export function withEqualUnits({ x, y }: Plane, aspect: number): Plane {
  const ratio = (x.to - x.from) / (y.to - y.from) / aspect
  if (ratio < 0.4 || ratio > 2.5) return { x, y }
  return ratio < 1 ? { x: scaled(x, 1 / ratio), y } : { x, y: scaled(y, ratio) }
}

function scaled({ from, to }: Span, factor: number): Span {
  const [middle, half] = [(from + to) / 2, ((to - from) / 2) * factor]
  return { from: middle - half, to: middle + half }
}

/** The middles of a grid's cells, row by row from the top: `[rows × columns, 2]`. */
export function gridPoints({ x, y }: Plane, { columns, rows }: Grid): Float32Array {
  const points = new Float32Array(columns * rows * 2)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = (row * columns + column) * 2
      points[at] = x.from + ((column + 0.5) / columns) * (x.to - x.from)
      points[at + 1] = y.to - ((row + 0.5) / rows) * (y.to - y.from)
    }
  return points
}

/** A place of the plane in a picture of this size, from its upper left corner. */
export function toPicture(
  { x, y }: Plane,
  [a, b]: readonly [number, number],
  { width, height }: { readonly width: number; readonly height: number }
): readonly [number, number] {
  return [placeIn(x, a) * width, (1 - placeIn(y, b)) * height]
}

type Colour = readonly [red: number, green: number, blue: number]

/** Of a colour as tokens are written: `#rrggbb`, or `#rgb` once a style sheet is minified. */
export function channelsOf(token: string): Colour {
  const [, digits = '000'] = /^#((?:[\da-f]{3}){1,2})$/i.exec(token.trim()) ?? []
  const width = digits.length / 3
  const channel = (i: number): number => {
    const own = digits.slice(i * width, (i + 1) * width)
    return parseInt(width === 1 ? own + own : own, 16)
  }
  return [channel(0), channel(1), channel(2)]
}

/** How much of a class's colour is seen where nothing is sure, and where all is. */
const [faintest, strongest] = [0.06, 0.62]

/**
 * The plane as a picture, RGBA row by row: the colour of the likeliest class on the ground, the stronger the surer.
 * `shares`: probabilities, `[points, classes]`.
 */
export function paintedPlane(
  shares: ArrayLike<number>,
  colours: readonly Colour[],
  ground: Colour
): Uint8ClampedArray<ArrayBuffer> {
  const classes = colours.length
  const points = shares.length / classes
  const pixels = new Uint8ClampedArray(points * 4)
  for (let point = 0; point < points; point++) {
    let [best, share] = [0, -Infinity]
    for (let i = 0; i < classes; i++) {
      const own = shares[point * classes + i] ?? 0
      if (own > share) [best, share] = [i, own]
    }
    const sure = classes < 2 ? 1 : Math.max(0, (share - 1 / classes) / (1 - 1 / classes))
    const strength = faintest + (strongest - faintest) * sure
    const colour = colours[best] ?? ground
    for (let channel = 0; channel < 3; channel++) {
      const [under, over] = [ground[channel] ?? 0, colour[channel] ?? 0]
      pixels[point * 4 + channel] = under + (over - under) * strength
    }
    pixels[point * 4 + 3] = 255
  }
  return pixels
}

/** Of a yes-or-no question there is one probability: that of the second class. */
export function sharesOf(scores: ArrayLike<number>, classes: number, samples: number): ArrayLike<number> {
  if (scores.length !== samples || classes !== 2) return scores
  return Float32Array.from({ length: samples * 2 }, (_, i) => {
    const second = scores[i >> 1] ?? 0
    return i % 2 === 0 ? 1 - second : second
  })
}

import { addAt, at, lengthOf, zeros } from '../nd-array'
import type { ArrayType, ResizeAttributes } from '../program'
import { expect, single, typeText } from './operation'
import { spatialOf } from './windows'

/** A position along one axis, or flat, and how much it counts. */
interface Share {
  readonly position: number
  readonly weight: number
}

/** What pixel i of `to` is mixed from: it is centred at (i + ½) · from / to of the old axis (half-pixel centres). */
export function sharesAlong(
  i: number,
  from: number,
  to: number,
  method: ResizeAttributes['method']
): readonly Share[] {
  if (method === 'nearest') return [{ position: Math.floor(((2 * i + 1) * from) / (2 * to)), weight: 1 }]
  const centre = Math.min(Math.max(((i + 0.5) * from) / to - 0.5, 0), from - 1)
  const lower = Math.floor(centre)
  const weight = centre - lower
  return weight === 0
    ? [{ position: lower, weight: 1 }]
    : [
        { position: lower, weight: 1 - weight },
        { position: lower + 1, weight }
      ]
}

/** For each place of the new image in row-major order, the places of the old one it is mixed from. */
function allShares(
  spatial: readonly number[],
  { size, method }: ResizeAttributes
): readonly (readonly Share[])[] {
  return spatial.reduce<readonly (readonly Share[])[]>(
    (outer, from, axis) =>
      outer.flatMap(shares =>
        Array.from({ length: at(size, axis) }, (_, i) =>
          shares.flatMap(a =>
            sharesAlong(i, from, at(size, axis), method).map(b => ({
              position: a.position * from + b.position,
              weight: a.weight * b.weight
            }))
          )
        )
      ),
    [[{ position: 0, weight: 1 }]]
  )
}

function resizeType(x: ArrayType, { size }: ResizeAttributes): ArrayType {
  expect(x.dtype === 'float32', () => `takes float32, got ${typeText(x)}: cast it first`)
  const spatial = spatialOf(x.shape)
  expect(
    size.length === spatial.length && size.every(n => Number.isInteger(n) && n >= 1),
    () => `size needs ${spatial.length} whole numbers from 1, got [${size}]`
  )
  return { shape: [at(x.shape, 0), ...size, at(x.shape, x.shape.length - 1)], dtype: 'float32' }
}

function eachShare(
  from: readonly number[],
  attributes: ResizeAttributes,
  visit: (result: number, source: number, weight: number) => void
): void {
  const shares = allShares(spatialOf(from), attributes)
  const [spatialLength, channels] = [lengthOf(spatialOf(from)), at(from, from.length - 1)]
  for (let sample = 0; sample < at(from, 0); sample++)
    shares.forEach((mixed, place) => {
      for (const { position, weight } of mixed)
        for (let channel = 0; channel < channels; channel++)
          visit(
            (sample * shares.length + place) * channels + channel,
            (sample * spatialLength + position) * channels + channel,
            weight
          )
    })
}

/** New spatial lengths by the nearest or by a mix of the neighbours, both with half-pixel centres. */
export const resize = single<ResizeAttributes, 1>(1, {
  type: ([x], attributes) => resizeType(x, attributes),
  forward: ([x], attributes) => {
    const y = zeros(resizeType(x, attributes).shape)
    eachShare(x.shape, attributes, (o, i, weight) => addAt(y.data, o, weight * at(x.data, i)))
    return y
  },
  gradient: (g, [x], _, attributes) => {
    const gx = zeros(x.shape)
    eachShare(x.shape, attributes, (o, i, weight) => addAt(gx.data, i, weight * at(g.data, o)))
    return [gx]
  },
  flops: ([x], y, { method }) =>
    method === 'nearest' ? 0 : 2 * lengthOf(y.shape) * 2 ** (x.shape.length - 2)
})

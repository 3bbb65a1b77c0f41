/** Images between their pixels. */
import type { OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'

/** What lies beyond the edge, by Keras's names: the image mirrored, its nearest pixel, or zeros. */
export type Fill = 'reflect' | 'nearest' | 'constant'

/**
 * The image `[batch, height, width, channels]` at rows and columns `[batch, rows, columns, 1]`, counted from the
 * first pixel's middle, by bilinear interpolation. Source: PyTorch `F.grid_sample`.
 */
export function sampleAt(b: OpsBuilder, x: Value, rows: Value, columns: Value, fill: Fill): Value {
  if (fill === 'constant') {
    // With zeros around it the nearest pixel is the same.
    const around = b.pad(x, [
      [0, 0],
      [1, 1],
      [1, 1],
      [0, 0]
    ])
    return sampleAt(b, around, b.add(rows, 1), b.add(columns, 1), 'nearest')
  }
  const [batch = 1, height = 1, width = 1, channels = 1] = x.shape
  const [up, down, rowShare] = neighbours(b, fill === 'reflect' ? reflected(b, rows, height) : rows, height)
  const [left, right, columnShare] = neighbours(
    b,
    fill === 'reflect' ? reflected(b, columns, width) : columns,
    width
  )
  const table = b.reshape(x, [batch * height * width, channels])
  const first = b.constant(
    { shape: [batch, 1, 1, 1], data: Array.from({ length: batch }, (_, i) => i * height * width) },
    'int32'
  )
  const pixels = (row: Value, column: Value): Value => {
    const at = b.add(b.add(b.mul(row, width), column), first)
    return b.gather(table, b.reshape(at, at.shape.slice(0, -1)))
  }
  const between = (from: Value, to: Value, share: Value): Value => b.add(from, b.mul(b.sub(to, from), share))
  return between(
    between(pixels(up, left), pixels(up, right), columnShare),
    between(pixels(down, left), pixels(down, right), columnShare),
    rowShare
  )
}

/** The pixels before and behind each place along an axis, and how far it is on the way between them. */
function neighbours(b: OpsBuilder, places: Value, length: number): readonly [Value, Value, Value] {
  const inside = b.min(b.max(places, 0), length - 1)
  const before = b.cast(inside, 'int32')
  return [before, b.min(b.add(before, 1), length - 1), b.sub(inside, b.cast(before, 'float32'))]
}

/** Mirrored at the outer edges of the first and the last pixel, again and again. */
function reflected(b: OpsBuilder, places: Value, length: number): Value {
  const period = 2 * length
  const turns = b.div(b.add(places, 0.5), period)
  // Casting cuts off towards 0, which leaves the share below 0 where the place is.
  const share = b.sub(turns, b.cast(b.cast(turns, 'int32'), 'float32'))
  const within = b.mul(b.select(b.less(share, 0), b.add(share, 1), share), period)
  return b.sub(b.min(within, b.sub(period, within)), 0.5)
}

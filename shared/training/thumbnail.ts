import type { Picture, Plain } from './protocol'

/** Of the place on a card, in pixels. */
const most = { width: 144, height: 36 }

/** Between the maps of an image with channels. */
const gap = 2

/**
 * A picture of what a block gives for one sample: an image as it is, channels as maps side by side, a sequence as
 * steps across and features down, a vector as cells in rows. Black is the smallest value of all, white the largest.
 * `shape` is that of the sample, without the batch. `null` for what has no numbers to show.
 */
export function thumbnailOf({ shape, data }: Plain): Picture | null {
  const range = rangeOf(data)
  if (data.length === 0 || range === null) return null
  const [low, high] = range
  const grey = (value: number): number =>
    Number.isFinite(value) ? (high > low ? ((value - low) / (high - low)) * 255 : 128) : 0
  const [rows = 1, columns = 1, channels = 1] = shape
  if (shape.length >= 3) return maps(data, rows, columns, channels, grey)
  if (shape.length === 2)
    // Time runs across, as it is read.
    return sampled(columns, rows, (x, y) => grey(data[x * columns + y] ?? 0))
  return cells(data, grey)
}

function rangeOf(data: ArrayLike<number>): readonly [number, number] | null {
  let [low, high] = [Infinity, -Infinity]
  for (let i = 0; i < data.length; i++) {
    const value = data[i] ?? 0
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return low <= high ? [low, high] : null
}

type Grey = (value: number) => number

/** A picture of `height` rows and `width` columns; what is larger than its place is looked at in fewer points. */
function sampled(height: number, width: number, at: (x: number, y: number) => number): Picture {
  const w = Math.min(width, most.width)
  const h = Math.min(height, most.height)
  const pixels = new Uint8ClampedArray(w * h)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++)
      pixels[y * w + x] = at(Math.floor(((x + 0.5) * width) / w), Math.floor(((y + 0.5) * height) / h))
  return { width: w, height: h, pixels }
}

/** As many maps as are worth their place, in up to two rows. */
function maps(data: ArrayLike<number>, rows: number, columns: number, channels: number, grey: Grey): Picture {
  if (channels === 1) return sampled(rows, columns, (x, y) => grey(data[y * columns + x] ?? 0))
  const lines = channels > 4 ? 2 : 1
  const side = Math.min(Math.floor((most.height - gap * (lines - 1)) / lines), Math.max(rows, columns, 8))
  const across = Math.min(Math.ceil(channels / lines), Math.floor((most.width + gap) / (side + gap)))
  const width = across * (side + gap) - gap
  const height = lines * (side + gap) - gap
  const pixels = new Uint8ClampedArray(width * height)
  for (let line = 0; line < lines; line++)
    for (let place = 0; place < across; place++) {
      const channel = line * across + place
      if (channel >= channels) continue
      for (let y = 0; y < side; y++)
        for (let x = 0; x < side; x++) {
          const from =
            Math.floor(((y + 0.5) * rows) / side) * columns + Math.floor(((x + 0.5) * columns) / side)
          pixels[(line * (side + gap) + y) * width + place * (side + gap) + x] = grey(
            data[from * channels + channel] ?? 0
          )
        }
    }
  return { width, height, pixels }
}

/** About four times as wide as high; the first cells, where there are more than pixels. */
function cells(data: ArrayLike<number>, grey: Grey): Picture {
  const count = Math.min(data.length, most.width * most.height)
  const width = Math.min(most.width, count, Math.max(16, Math.ceil(Math.sqrt(count * 4))))
  const height = Math.ceil(count / width)
  const pixels = new Uint8ClampedArray(width * height)
  for (let i = 0; i < count; i++) pixels[i] = grey(data[i] ?? 0)
  return { width, height, pixels }
}

import type { TorchLayout } from './block'
import type { WeightData } from './weights'
const strides = (shape: readonly number[]): number[] =>
  shape.map((_, axis) => shape.slice(axis + 1).reduce((n, d) => n * d, 1))

/** The same numbers with their axes in another order, as numpy's `transpose`. */
export function transposed(t: WeightData, order: readonly number[]): WeightData {
  const from = strides(t.shape)
  const shape = order.map(axis => t.shape[axis] ?? 1)
  const to = strides(shape)
  const source = t.data
  const data = new Float32Array(source.length)
  for (let i = 0; i < data.length; i++) {
    let rest = i
    let at = 0
    for (const [k, axis] of order.entries()) {
      const step = to[k] ?? 1
      at += Math.floor(rest / step) * (from[axis] ?? 0)
      rest %= step
    }
    data[i] = source[at] ?? 0
  }
  return { shape, dtype: 'float32', data }
}

export function reshaped(t: WeightData, shape: readonly number[]): WeightData {
  return { ...t, shape }
}

/** Along the first axis, one after the other. */
export function stacked(parts: readonly WeightData[]): WeightData {
  const [first] = parts
  const data = new Float32Array(parts.reduce((n, p) => n + p.data.length, 0))
  let at = 0
  for (const part of parts) {
    data.set(part.data, at)
    at += part.data.length
  }
  const rows = parts.reduce((n, p) => n + (p.shape[0] ?? 0), 0)
  return { shape: [rows, ...(first?.shape.slice(1) ?? [])], dtype: 'float32', data }
}

/** The order in which channels-first code meets the features of a flattened `[...spatial, channels]`. */
export function channelsFirstOrder(from: readonly number[]): readonly number[] {
  const channels = from.at(-1) ?? 1
  const places = from.slice(0, -1).reduce((n, d) => n * d, 1)
  const order: number[] = []
  for (let c = 0; c < channels; c++)
    for (let place = 0; place < places; place++) order.push(place * channels + c)
  return order
}

/** Rows of a `[features, …]` weight as the PyTorch code meets them; the same where nothing was flattened. */
export function reorderRows(t: WeightData, layout: TorchLayout): WeightData {
  if (layout.kind !== 'flattened') return t
  const source = t.data
  const width = source.length / (t.shape[0] ?? 1)
  const data = new Float32Array(source.length)
  for (const [to, from] of channelsFirstOrder(layout.from).entries())
    data.set(source.subarray(from * width, (from + 1) * width), to * width)
  return { ...t, data }
}

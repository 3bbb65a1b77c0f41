import { at } from '../nd-array'
import type { Pair } from '../program'
import { expect } from './operation'

/** How a window moves over the spatial axes. */
export interface Window {
  readonly size: readonly number[]
  readonly strides: readonly number[]
  readonly padding: readonly Pair[]
  readonly dilation: readonly number[]
}

/** `[batch, ...spatial, channels]` apart; throws unless there are 1 to 3 spatial axes. */
export function spatialOf(shape: readonly number[]): readonly number[] {
  expect(
    shape.length >= 3 && shape.length <= 5,
    () => `takes [batch, ...1 to 3 spatial axes, channels], got [${shape}]`
  )
  return shape.slice(1, -1)
}

/** How many places a window has along each axis; throws where it has none. */
export function windowPlaces(spatial: readonly number[], window: Window): readonly number[] {
  checkWindow(spatial.length, window)
  return spatial.map((length, axis) => {
    const [before, after] = pairAt(window.padding, axis)
    expect(before >= 0 && after >= 0, () => `padding must not be negative, got [${window.padding.join(' ')}]`)
    const reach = at(window.dilation, axis) * (at(window.size, axis) - 1) + 1
    const padded = length + before + after
    expect(
      padded >= reach,
      () => `a window that reaches over ${reach} does not fit into ${padded} (${length} and its padding)`
    )
    return Math.floor((padded - reach) / at(window.strides, axis)) + 1
  })
}

/** The lengths from which a window with `places` would have come: what a transposed convolution makes. */
export function windowSource(places: readonly number[], window: Window): readonly number[] {
  checkWindow(places.length, window)
  return places.map((count, axis) => {
    const [before, after] = pairAt(window.padding, axis)
    const reach = at(window.dilation, axis) * (at(window.size, axis) - 1) + 1
    const length = (count - 1) * at(window.strides, axis) + reach - before - after
    expect(length > 0, () => `padding ${before} and ${after} leaves nothing of ${length + before + after}`)
    return length
  })
}

/**
 * For each place of the window and each position in it (`place · windowLength + position`), the flat
 * position in `spatial` that lies there, or −1 in the padding.
 */
export function windowTaps(
  spatial: readonly number[],
  places: readonly number[],
  window: Window
): Int32Array {
  let taps = new Int32Array([0])
  let [placesSoFar, sizeSoFar] = [1, 1]
  for (let axis = 0; axis < spatial.length; axis++) {
    const [length, count, size] = [at(spatial, axis), at(places, axis), at(window.size, axis)]
    const [before] = pairAt(window.padding, axis)
    const next = new Int32Array(placesSoFar * count * sizeSoFar * size)
    let filled = 0
    for (let outer = 0; outer < placesSoFar; outer++)
      for (let place = 0; place < count; place++)
        for (let inner = 0; inner < sizeSoFar; inner++)
          for (let k = 0; k < size; k++) {
            const rest = at(taps, outer * sizeSoFar + inner)
            const i = place * at(window.strides, axis) + k * at(window.dilation, axis) - before
            next[filled++] = rest < 0 || i < 0 || i >= length ? -1 : rest * length + i
          }
    taps = next
    placesSoFar *= count
    sizeSoFar *= size
  }
  return taps
}

function checkWindow(rank: number, window: Window): void {
  for (const name of ['size', 'strides', 'padding', 'dilation'] as const)
    expect(
      window[name].length === rank,
      () => `${name} needs ${rank} entries, one per spatial axis, got ${window[name].length}`
    )
  for (const name of ['size', 'strides', 'dilation'] as const)
    expect(
      window[name].every(n => Number.isInteger(n) && n >= 1),
      () => `${name} must be whole numbers from 1, got [${window[name]}]`
    )
}

function pairAt(pairs: readonly Pair[], axis: number): Pair {
  return pairs[axis] ?? [0, 0]
}

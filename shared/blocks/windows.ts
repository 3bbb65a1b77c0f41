/** Sliding windows over 1 to 3 spatial axes, as every convolution and pooling has them. */
import type { Pair } from '../network/program'
import { choice, sizes, type ChoiceParam, type SizesParam } from './params'
import type { Dim, TensorType } from './tensor-type'

export type Padding = 'valid' | 'same'

/** One number of each for each spatial axis. */
export interface Window {
  readonly size: readonly number[]
  readonly strides: readonly number[]
  readonly padding: Padding
  /** How far apart the entries of the window are; 1 unless given. */
  readonly dilation?: readonly number[]
}

export const paddingParam = (): ChoiceParam<Padding> =>
  choice({
    label: 'Padding',
    help: 'Valid: windows stay inside the image, which shrinks. Same: a border is added, so that it does not.',
    default: 'valid',
    options: { valid: 'valid', same: 'same' }
  })

export const sizeParam = (
  label: string,
  help: string,
  preset: readonly [number, number]
): SizesParam<readonly [number, number]> => sizes({ label, help, unit: 'pixels', default: preset, min: 1 })

/** From the first entry of a window to its last, both counted. */
function reachOf({ size, dilation }: Window, axis: number): number {
  return (dilation?.[axis] ?? 1) * ((size[axis] ?? 1) - 1) + 1
}

/**
 * How 'same' pads: `max((⌈in / stride⌉ − 1) · stride + reach − in, 0)` along each axis, the odd one behind.
 * Source: TensorFlow's padding algorithm, which Keras follows.
 */
export function padsOf(window: Window, lengths: readonly number[]): readonly Pair[] {
  return lengths.map((length, axis): Pair => {
    if (window.padding === 'valid') return [0, 0]
    const stride = window.strides[axis] ?? 1
    const total = Math.max((Math.ceil(length / stride) - 1) * stride + reachOf(window, axis) - length, 0)
    return [Math.floor(total / 2), total - Math.floor(total / 2)]
  })
}

/** The lengths of what comes out, open where they come in open; below 1 where no window fits. */
export function windowedSize(window: Window, lengths: readonly Dim[]): readonly Dim[] {
  return lengths.map((length, axis) => {
    if (length === null) return null
    const stride = window.strides[axis] ?? 1
    return window.padding === 'same'
      ? Math.ceil(length / stride)
      : Math.floor((length - reachOf(window, axis)) / stride) + 1
  })
}

/** Whether no window fits along some axis. */
export function isTooSmall(windowed: readonly Dim[]): boolean {
  return windowed.some(length => length !== null && length < 1)
}

/** Height, width and channels of an image type; `null` for anything else. */
export function imageSize(x: TensorType): readonly [number, number, number] | null {
  const [height, width, channels] = x.shape
  const isImage = x.shape.length === 3 && x.dtype === 'float32'
  return isImage && height != null && width != null && channels != null ? [height, width, channels] : null
}

/** `3` where all are alike, `[3, 5]` else: as people write it. */
export function square(lengths: readonly number[]): number | readonly number[] {
  const [first = 1] = lengths
  return lengths.every(length => length === first) ? first : lengths
}

/** `3 × 3` */
export function sizeText(lengths: readonly number[]): string {
  return lengths.join(' × ')
}

/** PyTorch's order for `F.pad`: the last axis first. */
export function torchPads(pads: readonly Pair[]): readonly number[] {
  return pads.toReversed().flat()
}

export function hasPads(pads: readonly Pair[]): boolean {
  return pads.flat().some(n => n > 0)
}

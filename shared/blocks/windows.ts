/** Sliding windows over height and width, as every convolution and pooling has them. */
import { choice, pair, type ChoiceParam, type PairParam } from './params'
import type { TensorType } from './tensor-type'

export type Padding = 'valid' | 'same'

export interface Window {
  readonly size: readonly [number, number]
  readonly strides: readonly [number, number]
  readonly padding: Padding
}

/** `[before, after]` of height, then of width. */
export type Pads = readonly [readonly [number, number], readonly [number, number]]

export const paddingParam = (): ChoiceParam<Padding> =>
  choice({
    label: 'Padding',
    help: 'Valid: windows stay inside the image, which shrinks. Same: a border is added, so that it does not.',
    default: 'valid',
    options: { valid: 'valid', same: 'same' }
  })

export const sizeParam = (label: string, help: string, preset: readonly [number, number]): PairParam =>
  pair({ label, help, unit: 'pixels', default: preset, min: 1 })

/**
 * How 'same' pads: `max((⌈in / stride⌉ − 1) · stride + size − in, 0)` along each axis, the odd one behind.
 * Source: TensorFlow's padding algorithm, which Keras follows.
 */
export function padsOf({ size, strides, padding }: Window, height: number, width: number): Pads {
  const along = (length: number, window: number, stride: number): readonly [number, number] => {
    if (padding === 'valid') return [0, 0]
    const total = Math.max((Math.ceil(length / stride) - 1) * stride + window - length, 0)
    return [Math.floor(total / 2), total - Math.floor(total / 2)]
  }
  return [along(height, size[0], strides[0]), along(width, size[1], strides[1])]
}

/** Height and width of what comes out; below 1 where no window fits. */
export function windowedSize(
  { size, strides, padding }: Window,
  height: number,
  width: number
): readonly [number, number] {
  const along = (length: number, window: number, stride: number): number =>
    padding === 'same' ? Math.ceil(length / stride) : Math.floor((length - window) / stride) + 1
  return [along(height, size[0], strides[0]), along(width, size[1], strides[1])]
}

/** Height, width and channels of an image type; `null` for anything else. */
export function imageSize(x: TensorType): readonly [number, number, number] | null {
  const [height, width, channels] = x.shape
  const isImage = x.shape.length === 3 && x.dtype === 'float32'
  return isImage && height != null && width != null && channels != null ? [height, width, channels] : null
}

/** `3` for a square, `[3, 5]` else: as people write it. */
export function square([a, b]: readonly [number, number]): number | readonly [number, number] {
  return a === b ? a : [a, b]
}

/** `3 × 3` */
export function sizeText([a, b]: readonly [number, number]): string {
  return `${a} × ${b}`
}

/** PyTorch's order for `F.pad`: the last axis first. */
export function torchPads([[top, bottom], [left, right]]: Pads): readonly [number, number, number, number] {
  return [left, right, top, bottom]
}

export function hasPads(pads: Pads): boolean {
  return pads.flat().some(n => n > 0)
}

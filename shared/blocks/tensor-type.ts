/** A length along one axis; `null` is open (time) until a batch is there. */
export type Dim = number | null

export type DType = 'float32' | 'int32'

/**
 * What flows along an edge, without the batch axis, channels last:
 * an image is `[height, width, channels]`, a sequence `[time, features]`.
 * `mask` says that a boolean per time step travels along (padding is false).
 */
export interface TensorType {
  readonly shape: readonly Dim[]
  readonly dtype: DType
  readonly mask: boolean
}

export function tensor(shape: readonly Dim[], dtype: DType = 'float32', mask = false): TensorType {
  return { shape, dtype, mask }
}

/** `28 × 28 × 1`, `time × 16`, `scalar`. */
export function shapeText(shape: readonly Dim[]): string {
  return shape.length === 0 ? 'scalar' : shape.map(d => d ?? 'time').join(' × ')
}

export function sameShape(a: readonly Dim[], b: readonly Dim[]): boolean {
  return a.length === b.length && a.every((d, i) => d === b[i])
}

export function sameType(a: TensorType, b: TensorType): boolean {
  return a.dtype === b.dtype && a.mask === b.mask && sameShape(a.shape, b.shape)
}

/** How many numbers one sample holds; `null` while a length is open. */
export function sizeOf(shape: readonly Dim[]): number | null {
  return shape.reduce<number | null>((n, d) => (n === null || d === null ? null : n * d), 1)
}

import { fail, ok, type Result } from '../result'

/** float16 and bfloat16 are kept as their 16 bits, int64 as BigInt: nothing is rounded on the way. */
const ARRAYS = {
  float64: Float64Array,
  float32: Float32Array,
  float16: Uint16Array,
  bfloat16: Uint16Array,
  int64: BigInt64Array,
  int32: Int32Array,
  int16: Int16Array,
  int8: Int8Array,
  uint64: BigUint64Array,
  uint32: Uint32Array,
  uint16: Uint16Array,
  uint8: Uint8Array,
  bool: Uint8Array
} as const

export type TensorDType = keyof typeof ARRAYS

/** The numbers of a tensor, the last axis running fastest. Every size is known, the batch axis among them. */
export type TensorData = {
  readonly [D in TensorDType]: {
    readonly dtype: D
    readonly shape: readonly number[]
    readonly data: InstanceType<(typeof ARRAYS)[D]>
  }
}[TensorDType]

/** Tensors by name, in the order of the file. A Map, because a name may be anything, `__proto__` too. */
export type NamedTensors = ReadonlyMap<string, TensorData>

export const TENSOR_DTYPES = Object.keys(ARRAYS) as readonly TensorDType[]

export function bytesPer(dtype: TensorDType): number {
  return ARRAYS[dtype].BYTES_PER_ELEMENT
}

/** As many as older NumPy takes; every reader and writer here keeps to it. */
export const MOST_AXES = 32

/** How many numbers a shape holds: 1 for a scalar; `null` where a size is no size, or too many to count. */
export function countOf(shape: readonly number[]): number | null {
  if (!shape.every(d => Number.isSafeInteger(d) && d >= 0)) return null
  if (shape.includes(0)) return 0
  const count = shape.reduce((n, d) => n * d, 1)
  return Number.isSafeInteger(count) ? count : null
}

/** A tensor from little-endian bytes, which are copied; nothing is allocated before the length is checked. */
export function tensorFromBytes(
  dtype: TensorDType,
  shape: readonly number[],
  bytes: Uint8Array
): Result<TensorData, string> {
  const count = countOf(shape)
  const length = count === null ? null : count * bytesPer(dtype)
  if (length !== bytes.byteLength)
    return fail(
      `a ${dtype} tensor of shape ${showShape(shape)} needs ${length ?? 'impossibly many'} bytes, got ${bytes.byteLength}`
    )
  return ok({ dtype, shape, data: new ARRAYS[dtype](new Uint8Array(bytes).buffer) } as TensorData)
}

/** The bytes of a tensor, little-endian as every machine that runs this is; a view, not a copy. */
export function bytesOf(tensor: TensorData): Uint8Array {
  const { buffer, byteOffset, byteLength } = tensor.data
  return new Uint8Array(buffer, byteOffset, byteLength)
}

/** Why a tensor can't be written; `null` where it can. */
export function mistakeIn(tensor: TensorData): string | null {
  if (tensor.shape.length > MOST_AXES) return `at most ${MOST_AXES} axes fit, got ${tensor.shape.length}`
  const count = countOf(tensor.shape)
  if (count === tensor.data.length) return null
  return `shape ${showShape(tensor.shape)} holds ${count ?? 'impossibly many'} numbers, but the data has ${tensor.data.length}`
}

/** `[28, 28, 1]`; a long one is cut. */
export function showShape(shape: readonly number[]): string {
  return shape.length > 8
    ? `[${shape.slice(0, 8).join(', ')}, … ${shape.length} axes]`
    : `[${shape.join(', ')}]`
}

const kinds = { float32: Float32Array, float64: Float64Array, int32: Int32Array, uint8: Uint8Array } as const

export type Dtype = keyof typeof kinds

/** An array on its way to or from numpy, in row-major order. Booleans come back as uint8, other integers as int32. */
export interface NumpyArray {
  readonly dtype: Dtype
  readonly shape: readonly number[]
  readonly data: Float32Array | Float64Array | Int32Array | Uint8Array
}

export interface EncodedArray {
  readonly dtype: Dtype
  readonly shape: readonly number[]
  readonly base64: string
}

export function float32(shape: readonly number[], values: ArrayLike<number>): NumpyArray {
  return { dtype: 'float32', shape, data: Float32Array.from(values) }
}

export function int32(shape: readonly number[], values: ArrayLike<number>): NumpyArray {
  return { dtype: 'int32', shape, data: Int32Array.from(values) }
}

export function encodeArray({ dtype, shape, data }: NumpyArray): EncodedArray {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  return { dtype, shape, base64: bytes.toString('base64') }
}

export function decodeArray({ dtype, shape, base64 }: EncodedArray): NumpyArray {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'))
  return { dtype, shape, data: new kinds[dtype](bytes.buffer) }
}

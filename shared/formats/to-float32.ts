import { bytesOf, type TensorData } from './tensor-data'

/** The values as float32, rounded to the nearest where the dtype holds more; a view where it is float32. */
export function toFloat32(tensor: TensorData): Float32Array {
  switch (tensor.dtype) {
    case 'float32':
      return tensor.data
    case 'bfloat16': {
      const bits = Uint32Array.from(tensor.data, half => half << 16)
      return new Float32Array(bits.buffer)
    }
    case 'float16':
      return Float32Array.from(tensor.data, fromHalf)
    case 'int64':
    case 'uint64':
      return Float32Array.from(tensor.data, Number)
    case 'bool':
      return Float32Array.from(bytesOf(tensor), byte => (byte === 0 ? 0 : 1))
    default:
      return Float32Array.from(tensor.data)
  }
}

/** IEEE 754 binary16: 1 sign, 5 exponent, 10 fraction bits. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

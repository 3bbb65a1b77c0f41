import { expect, it } from 'vitest'
import type { TensorData } from './tensor-data'
import { toFloat32 } from './to-float32'

it.each<readonly [TensorData, readonly number[]]>([
  [{ dtype: 'float64', shape: [2], data: Float64Array.of(0.1, 1e300) }, [Math.fround(0.1), Infinity]],
  [{ dtype: 'float32', shape: [1], data: Float32Array.of(0.5) }, [0.5]],
  [
    {
      dtype: 'float16',
      shape: [7],
      data: Uint16Array.of(0x3c00, 0xc000, 0x7bff, 0x0001, 0x0400, 0x7c00, 0x7e00)
    },
    [1, -2, 65504, 2 ** -24, 2 ** -14, Infinity, NaN]
  ],
  [{ dtype: 'bfloat16', shape: [3], data: Uint16Array.of(0x3f80, 0xc040, 0x7f80) }, [1, -3, Infinity]],
  [{ dtype: 'int64', shape: [1], data: BigInt64Array.of(-5n) }, [-5]],
  [{ dtype: 'uint8', shape: [2], data: Uint8Array.of(0, 255) }, [0, 255]],
  [{ dtype: 'bool', shape: [3], data: Uint8Array.of(0, 1, 7) }, [0, 1, 1]]
])('%o as float32', (tensor, values) => {
  expect([...toFloat32(tensor)]).toEqual(values)
})

import type { NumpyArray } from './numpy-array'

/** Any plain value as an array for `runPython`; there `json.loads(bytes(array).decode("utf-8"))`. */
export function json(value: unknown): NumpyArray {
  const data = new TextEncoder().encode(JSON.stringify(value))
  return { dtype: 'uint8', shape: [data.length], data }
}

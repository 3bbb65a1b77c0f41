import type { Column } from './dataset'

export type Values = Float32Array | Int32Array

/**
 * The values of some rows of a column, `[rows, ...shape]`: a batch, or a whole part of a split.
 * float32 values are `stored / divisor` rounded once, as float32 division in NumPy gives them.
 */
export function gather(column: Column, rows: ArrayLike<number>): Values {
  const { shape, dtype, stored, divisor } = column
  const width = shape.reduce((n, d) => n * d, 1)
  const values =
    dtype === 'float32' ? new Float32Array(rows.length * width) : new Int32Array(rows.length * width)
  for (let i = 0; i < rows.length; i++) {
    const start = (rows[i] ?? 0) * width
    values.set(stored.subarray(start, start + width), i * width)
  }
  if (divisor !== 1) for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) / divisor
  return values
}

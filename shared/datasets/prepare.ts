import type { Column, LoadedDataset, Preprocessing } from './dataset'
import { gather } from './gather'
import { standardised } from './standardised'

/** What was subtracted and divided by, number for number of a sample. */
export interface Statistics {
  readonly field: string
  readonly mean: readonly number[]
  readonly deviation: readonly number[]
}

export interface Prepared {
  readonly dataset: LoadedDataset
  readonly statistics: readonly Statistics[]
}

/**
 * Applies each vector field's preprocessing, or the one chosen for it. The statistics come from the training
 * rows only, so that nothing of validation and test leaks into training.
 */
export function prepare(
  dataset: LoadedDataset,
  trainRows: Int32Array,
  chosen: ReadonlyMap<string, Preprocessing> = new Map()
): Prepared {
  const columns = new Map(dataset.columns)
  const statistics: Statistics[] = []
  for (const field of dataset.info.fields) {
    const column = columns.get(field.name)
    if (field.kind !== 'vector' || column === undefined) continue
    if ((chosen.get(field.name) ?? field.preprocessing) === 'none') continue
    const found = statisticsOf(field.name, column, trainRows)
    statistics.push(found)
    columns.set(field.name, standardise(column, dataset.size, found))
  }
  return { dataset: { ...dataset, columns }, statistics }
}

/** Mean and standard deviation over rows (divided by their number, not by one less); a deviation of 0 becomes 1. */
function statisticsOf(field: string, column: Column, rows: Int32Array): Statistics {
  const width = column.shape.reduce((n, d) => n * d, 1)
  const values = gather(column, rows)
  const count = Math.max(rows.length, 1)
  const mean = new Array<number>(width).fill(0)
  const variance = new Array<number>(width).fill(0)
  values.forEach((value, i) => (mean[i % width] = (mean[i % width] ?? 0) + value / count))
  values.forEach((value, i) => {
    variance[i % width] = (variance[i % width] ?? 0) + (value - (mean[i % width] ?? 0)) ** 2 / count
  })
  // A column that never varies but for rounding stays as it is, shifted to 0.
  const deviation = variance.map((v, i) => (Math.sqrt(v) > 1e-7 * Math.abs(mean[i] ?? 0) ? Math.sqrt(v) : 1))
  return { field, mean, deviation }
}

function standardise(column: Column, size: number, statistics: Statistics): Column {
  const all = gather(
    column,
    Array.from({ length: size }, (_, row) => row)
  )
  const stored = Float32Array.from(standardised(statistics.field, all, [statistics]))
  return { shape: column.shape, dtype: 'float32', stored, divisor: 1 }
}

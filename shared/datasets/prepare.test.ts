import { expect, it } from 'vitest'
import type { LoadedDataset } from './dataset'
import { gather } from './gather'
import { iris } from './iris'
import { prepare } from './prepare'

/** Two numbers for each sample. */
function toy(numbers: readonly number[]): LoadedDataset {
  const stored = Float32Array.from(numbers)
  return {
    info: { ...iris, fields: iris.fields.slice(0, 1) },
    size: numbers.length / 2,
    columns: new Map([['measurements', { shape: [2], dtype: 'float32', stored, divisor: 1 }]]),
    testRows: new Int32Array()
  }
}

const values = (dataset: LoadedDataset): readonly number[] => {
  const column = dataset.columns.get('measurements') ?? expect.unreachable()
  return [
    ...gather(
      column,
      Array.from({ length: dataset.size }, (_, row) => row)
    )
  ]
}

it('standardises with the statistics of the training rows, and says which', () => {
  const { dataset, statistics } = prepare(toy([1, 10, 3, 30, 100, 1000]), Int32Array.of(0, 1))
  expect(statistics).toEqual([{ field: 'measurements', mean: [2, 20], deviation: [1, 10] }])
  expect(values(dataset)).toEqual([-1, -1, 1, 1, 98, 98])
})

it('leaves the dataset itself as it was', () => {
  const raw = toy([1, 10, 3, 30])
  prepare(raw, Int32Array.of(0, 1))
  expect(values(raw)).toEqual([1, 10, 3, 30])
})

it('shifts a column that never varies to 0', () => {
  const { dataset, statistics } = prepare(toy([0.1, 1, 0.1, 3, 0.1, 2]), Int32Array.of(0, 1, 2))
  expect(statistics[0]?.deviation[0]).toBe(1)
  expect(values(dataset).filter((v, i) => i % 2 === 0 && Math.abs(v) > 1e-7)).toEqual([])
})

it('does nothing where none is chosen', () => {
  const raw = toy([1, 10, 3, 30])
  const prepared = prepare(raw, Int32Array.of(0, 1), new Map([['measurements', 'none']]))
  expect(prepared.statistics).toEqual([])
  expect(values(prepared.dataset)).toEqual([1, 10, 3, 30])
})

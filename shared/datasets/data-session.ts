import type { DataBinding } from '../document/schema'
import { fail, ok, type Result } from '../result'
import type { Plain } from '../training/protocol'
import { categoryOf, type LoadedDataset, type ReadAsset } from './dataset'
import { gather } from './gather'
import { prepare, type Statistics } from './prepare'
import { findDataset } from './registry'
import { makeSplit, type Split } from './split'

/** Samples as the dataset has them: not standardised. */
export interface Samples {
  readonly rows: Int32Array
  /** Batch first, by field. */
  readonly fields: ReadonlyMap<string, Plain>
}

/** The rows of each part, and what training subtracts and divides by. */
export interface SplitRows extends Split {
  readonly statistics: readonly Statistics[]
  /** The class of every row, by the first category field; `null` for data without classes. */
  readonly labels: Int32Array | null
}

export interface ToData {
  readonly id: number
  readonly data: DataBinding
  /** The samples of these rows; the split where there are none. */
  readonly rows: Int32Array | null
}

export interface FromData {
  readonly id: number
  readonly answer: Result<Samples | SplitRows, string>
}

/** Answers questions about datasets; each is loaded once. It knows nothing of workers, and of no engine. */
export function createDataSession(read: ReadAsset): (question: ToData) => Promise<FromData> {
  const loaded = new Map<string, Promise<Result<LoadedDataset, string>>>()

  const load = async (source: string): Promise<Result<LoadedDataset, string>> => {
    const dataset = findDataset(source)
    if (!dataset) return fail(`This version has no dataset “${source}”.`)
    const found = await dataset.load(read)
    if (found.ok) return found
    // Asked again another time: the way may be free by then.
    loaded.delete(source)
    return fail(found.error.message)
  }

  return async ({ id, data, rows }) => {
    const known = loaded.get(data.source) ?? load(data.source)
    loaded.set(data.source, known)
    const dataset = await known
    if (!dataset.ok) {
      loaded.delete(data.source)
      return { id, answer: dataset }
    }
    return { id, answer: rows ? samplesOf(dataset.value, rows) : splitOf(dataset.value, data) }
  }
}

function samplesOf(dataset: LoadedDataset, rows: Int32Array): Result<Samples, string> {
  const wrong = rows.find(row => row < 0 || row >= dataset.size)
  if (wrong !== undefined) return fail(`${dataset.info.label} has no sample ${wrong}.`)
  const fields = [...dataset.columns].map(
    ([name, column]) => [name, { shape: [rows.length, ...column.shape], data: gather(column, rows) }] as const
  )
  return ok({ rows, fields: new Map(fields) })
}

function splitOf(dataset: LoadedDataset, { split: counts }: DataBinding): Result<SplitRows, string> {
  const split = makeSplit(dataset, counts)
  if (!split.ok) return fail(`${split.error}.`)
  const { statistics } = prepare(dataset, split.value.train)
  return ok({ ...split.value, statistics, labels: labelsOf(dataset) })
}

function labelsOf({ info, columns, size }: LoadedDataset): Int32Array | null {
  const field = categoryOf(info)
  const column = field && columns.get(field.name)
  return column ? Int32Array.from({ length: size }, (_, row) => column.stored[row] ?? 0) : null
}

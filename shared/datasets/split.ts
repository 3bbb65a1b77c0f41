import { permutation } from '../network/philox'
import { fail, ok, type Result } from '../result'
import { categoryOf, type DatasetInfo, type LoadedDataset, type SplitCounts } from './dataset'

export const PARTS = ['train', 'validation', 'test'] as const
export type Part = (typeof PARTS)[number]

/** Rows of a dataset, no row in two parts; each part in an order of its own, shuffled. */
export interface Split {
  readonly train: Int32Array
  readonly validation: Int32Array
  readonly test: Int32Array
}

/** What is wrong with the counts of a split, without a full stop; `null` where they fit. */
export function splitMistake(
  { label, size, fixedTest }: Pick<DatasetInfo, 'label' | 'size' | 'fixedTest'>,
  counts: SplitCounts
): string | null {
  for (const part of PARTS)
    if (!Number.isSafeInteger(counts[part]) || counts[part] < 0)
      return `The number of ${part} samples must be a whole number from 0, got ${counts[part]}`
  const { train, validation, test } = counts
  const fixed = fixedTest > 0
  if (fixed && test > fixedTest)
    return `${label} keeps ${fixedTest} samples for the test, but ${test} are asked for`
  const asked = train + validation + (fixed ? 0 : test)
  const over = asked - (size - fixedTest)
  if (over <= 0) return null
  return fixed
    ? `${label} has ${size - fixedTest} samples besides those for the test, but ${train} for training and ${validation} for validation are asked for: ${over} too many`
    : `${label} has ${size} samples, but ${train} + ${validation} + ${test} = ${asked} are asked for: ${over} too many`
}

/**
 * Splits exactly as counted; the same seed gives the same rows in the same order. Each part has as large a
 * share of each class (of the first category field) as the whole has, to within three samples. Where a
 * dataset keeps rows for the test, the test takes only those and the other parts never do.
 */
export function makeSplit(
  dataset: LoadedDataset,
  { train, validation, test, seed }: SplitCounts & { readonly seed: number }
): Result<Split, string> {
  const { size, testRows, info } = dataset
  const mistake = splitMistake(
    { label: info.label, size, fixedTest: testRows.length },
    { train, validation, test }
  )
  if (mistake !== null) return fail(mistake)
  const fixed = testRows.length > 0

  const kept = new Set(testRows)
  const all = Int32Array.from({ length: size }, (_, row) => row)
  const pool = classesOf(
    dataset,
    all.filter(row => !kept.has(row)),
    seed
  )
  const testPool = fixed ? classesOf(dataset, testRows, seed) : pool
  const testSamples = take(testPool, test)
  const validationSamples = take(pool, validation)
  return ok({
    train: shuffled(take(pool, train), seed, 'train'),
    validation: shuffled(validationSamples, seed, 'validation'),
    test: shuffled(testSamples, seed, 'test')
  })
}

/** Rows apart by class, each shuffled; `take` takes from the front. */
type Pool = Int32Array[]

function classesOf(dataset: LoadedDataset, rows: Int32Array, seed: number): Pool {
  const category = categoryOf(dataset.info)
  const labels = category && dataset.columns.get(category.name)?.stored
  if (labels === undefined) return [shuffled(rows, seed, 'all')]
  const present = [...new Set(rows.map(row => labels[row] ?? 0))].sort((a, b) => a - b)
  return present.map(label =>
    shuffled(
      rows.filter(row => labels[row] === label),
      seed,
      `class ${label}`
    )
  )
}

/** Takes `count` rows out of the pool, from each class its share of what is left; rests go to the largest fractions. */
function take(pool: Pool, count: number): Int32Array {
  const left = pool.reduce((n, rows) => n + rows.length, 0)
  const shares = pool.map((rows, label) => {
    const share = left === 0 ? 0 : (rows.length * count) / left
    return { label, whole: Math.floor(share), rest: share - Math.floor(share) }
  })
  let missing = count - shares.reduce((n, share) => n + share.whole, 0)
  const taken = new Int32Array(count)
  let at = 0
  for (const { label, whole } of shares.sort((a, b) => b.rest - a.rest || a.label - b.label)) {
    const rows = pool[label] ?? new Int32Array()
    const amount = missing > 0 ? whole + 1 : whole
    missing -= amount - whole
    taken.set(rows.subarray(0, amount), at)
    at += amount
    pool[label] = rows.subarray(amount)
  }
  return taken
}

function shuffled(rows: Int32Array, seed: number, part: string): Int32Array {
  return permutation(seed, `split: ${part}`, rows.length).map(place => rows[place] ?? 0)
}

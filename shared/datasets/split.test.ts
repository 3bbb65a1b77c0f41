import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LoadedDataset } from './dataset'
import { mnist } from './mnist'
import { assetsIn } from './node-read-asset'
import { makeSplit, type Split } from './split'

const info = { ...mnist, label: 'Toy', fields: mnist.fields.filter(field => field.kind === 'category') }

/** As many samples of each class as given; `testRows` may be kept for the test. */
function toy(perClass: readonly number[], testRows: readonly number[] = []): LoadedDataset {
  const stored = Int32Array.from(perClass.flatMap((n, label) => new Array<number>(n).fill(label)))
  const digit = { shape: [], dtype: 'int32', stored, divisor: 1 } as const
  return {
    info,
    size: stored.length,
    columns: new Map([['digit', digit]]),
    testRows: Int32Array.from(testRows)
  }
}

function split(dataset: LoadedDataset, train: number, validation: number, test: number, seed = 1): Split {
  const made = makeSplit(dataset, { train, validation, test, seed })
  if (!made.ok) throw new Error(made.error)
  return made.value
}

function classCounts(dataset: LoadedDataset, rows: Iterable<number>): readonly number[] {
  const labels = dataset.columns.get('digit')?.stored ?? new Int32Array()
  const counts = new Array<number>(10).fill(0)
  for (const row of rows) {
    const label = labels[row] ?? -1
    counts[label] = (counts[label] ?? 0) + 1
  }
  return counts
}

describe('makeSplit', () => {
  const classes = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 10 })
  const anySplit = fc
    .tuple(classes, fc.nat(), fc.nat(), fc.nat(), fc.nat())
    .map(([perClass, a, b, c, seed]) => {
      const dataset = toy(perClass)
      const train = a % (dataset.size + 1)
      const validation = b % (dataset.size - train + 1)
      const test = c % (dataset.size - train - validation + 1)
      return { dataset, counts: { train, validation, test, seed } }
    })

  it('takes exact counts, no row twice, from each class its share', () => {
    fc.assert(
      fc.property(anySplit, ({ dataset, counts }) => {
        const made = makeSplit(dataset, counts)
        if (!made.ok) throw new Error(made.error)
        const { train, validation, test } = made.value
        expect([train.length, validation.length, test.length]).toEqual([
          counts.train,
          counts.validation,
          counts.test
        ])
        const rows = [...train, ...validation, ...test]
        expect(new Set(rows).size).toBe(rows.length)
        expect(rows.every(row => row >= 0 && row < dataset.size)).toBe(true)
        const whole = classCounts(
          dataset,
          Array.from({ length: dataset.size }, (_, row) => row)
        )
        for (const part of [train, validation, test])
          classCounts(dataset, part).forEach((count, label) => {
            const share = dataset.size === 0 ? 0 : (part.length * (whole[label] ?? 0)) / dataset.size
            expect(Math.abs(count - share)).toBeLessThan(3)
          })
      })
    )
  })

  it('is the same for the same seed, another for another', () => {
    const dataset = toy([30, 50, 20])
    expect(split(dataset, 60, 20, 20, 7)).toEqual(split(dataset, 60, 20, 20, 7))
    expect(split(dataset, 60, 20, 20, 7).train).not.toEqual(split(dataset, 60, 20, 20, 8).train)
  })

  it('stays as it was from one version to the next', () => {
    expect(split(toy([3, 3]), 4, 0, 2, 42)).toEqual({
      train: Int32Array.of(4, 1, 3, 2),
      validation: new Int32Array(),
      test: Int32Array.of(0, 5)
    })
  })

  it('mixes the classes', () => {
    const labels = [...split(toy([50, 50]), 80, 10, 10).train].map(row => (row < 50 ? 0 : 1))
    const changes = labels.filter((label, i) => i > 0 && label !== labels[i - 1]).length
    expect(changes).toBeGreaterThan(20)
  })

  it('keeps the test rows for the test, and takes a share of each class where fewer are asked for', () => {
    const dataset = toy([20, 20], [0, 1, 2, 3, 20, 21, 22, 23])
    const whole = split(dataset, 32, 0, 8)
    expect([...whole.test].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 20, 21, 22, 23])
    expect(whole.train.filter(row => row % 20 < 4)).toEqual(new Int32Array())
    const fewer = split(dataset, 0, 10, 4)
    expect(classCounts(dataset, fewer.test).slice(0, 2)).toEqual([2, 2])
    expect(fewer.test.every(row => row % 20 < 4)).toBe(true)
  })

  it('splits what has no classes', () => {
    const made = split({ ...toy([10]), info: { ...info, fields: [] } }, 6, 2, 2)
    const rows = [...made.train, ...made.validation, ...made.test]
    expect(rows.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it.each<readonly [LoadedDataset, number, number, number, string]>([
    [toy([5, 5]), 8, 2, 1, 'Toy has 10 samples, but 8 + 2 + 1 = 11 are asked for: 1 too many'],
    [toy([5, 5], [0, 5]), 6, 1, 3, 'Toy keeps 2 samples for the test, but 3 are asked for'],
    [
      toy([5, 5], [0, 5]),
      8,
      1,
      2,
      'Toy has 8 samples besides those for the test, but 8 for training and 1 for validation are asked for: 1 too many'
    ],
    [toy([5]), -1, 1, 1, 'The number of train samples must be a whole number from 0, got -1'],
    [toy([5]), 1, 1.5, 1, 'The number of validation samples must be a whole number from 0, got 1.5'],
    [toy([5]), 1, 1, NaN, 'The number of test samples must be a whole number from 0, got NaN']
  ])('says what is wrong (%#)', (dataset, train, validation, test, error) => {
    expect(makeSplit(dataset, { train, validation, test, seed: 1 })).toEqual({ ok: false, error })
  })
})

describe('of MNIST', () => {
  let digits: LoadedDataset
  beforeAll(async () => {
    const loaded = await mnist.load(assetsIn(new URL('../../assets/datasets/', import.meta.url)))
    if (!loaded.ok) throw new Error(loaded.error.message)
    digits = loaded.value
  })

  it('is 7,000, 1,000 and the 2,000 test images', () => {
    const { train, validation, test } = split(digits, 7000, 1000, 2000)
    expect(new Set([...train, ...validation, ...test]).size).toBe(10_000)
    expect([...test].sort((a, b) => a - b)).toEqual([...digits.testRows])
    expect(classCounts(digits, validation)).toEqual([100, 113, 99, 103, 98, 86, 102, 107, 94, 98])
  })
})

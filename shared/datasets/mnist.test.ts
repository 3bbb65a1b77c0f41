import { beforeAll, describe, expect, it } from 'vitest'
import type { LoadedDataset } from './dataset'
import { gather } from './gather'
import { mnist } from './mnist'
import { assetsIn } from './node-read-asset'

describe('mnist', () => {
  let loaded: LoadedDataset
  const column = (name: string) => loaded.columns.get(name) ?? expect.unreachable(`no column ${name}`)
  beforeAll(async () => {
    const result = await mnist.load(assetsIn(new URL('../../assets/datasets/', import.meta.url)))
    if (!result.ok) throw new Error(result.error.message)
    loaded = result.value
  })

  it('has 10,000 images and labels', () => {
    expect(loaded.size).toBe(10_000)
    expect(column('image').stored.length).toBe(10_000 * 784)
    expect(
      classCounts(
        loaded,
        Array.from({ length: 10_000 }, (_, i) => i)
      )
    ).toEqual([1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978])
  })

  it('keeps 2,000 different images for the test, of each digit its share', () => {
    expect(loaded.testRows.length).toBe(2000)
    expect(
      loaded.testRows.every((row, i, rows) => row < 10_000 && (i === 0 || row > (rows[i - 1] ?? row)))
    ).toBe(true)
    expect(classCounts(loaded, loaded.testRows)).toEqual([200, 225, 198, 206, 196, 173, 203, 214, 189, 196])
  })

  it.each<readonly [number, number, readonly string[]]>([
    [
      0,
      0,
      [
        '......##..',
        '.....###..',
        '....###.#.',
        '...##...#.',
        '..##....##',
        '..#.....##',
        '..#.....#.',
        '..#....#..',
        '..#..##...',
        '..####....'
      ]
    ],
    [
      3119,
      3,
      [
        '..........',
        '...######.',
        '...######.',
        '.......##.',
        '......###.',
        '...#####..',
        '......##..',
        '.......#..',
        '.#....##..',
        '.######...'
      ]
    ],
    [
      9999,
      9,
      [
        '..........',
        '.....##...',
        '....#..#..',
        '...#..##..',
        '..#...##..',
        '...####...',
        '......#...',
        '......#...',
        '......#...',
        '......#...'
      ]
    ]
  ])('row %i shows a %i', (row, digit, lines) => {
    expect(gather(column('digit'), [row])[0]).toBe(digit)
    expect(drawn(gather(column('image'), [row]))).toEqual(lines)
  })

  it('gives values from 0 to 1, rounded as float32 division does', () => {
    const values = gather(column('image'), [0])
    expect(values).toBeInstanceOf(Float32Array)
    expect(Math.max(...values)).toBeLessThanOrEqual(1)
    expect(values.every((v, i) => v === Math.fround((column('image').stored[i] ?? -1) / 255))).toBe(true)
  })
})

function classCounts(dataset: LoadedDataset, rows: ArrayLike<number>): readonly number[] {
  const labels = dataset.columns.get('digit')?.stored ?? new Int32Array()
  const counts = new Array<number>(10).fill(0)
  for (const row of Array.from(rows)) counts[labels[row] ?? -1] = (counts[labels[row] ?? -1] ?? 0) + 1
  return counts
}

/** Every second row and column, without the margin. */
function drawn(pixels: ArrayLike<number>): readonly string[] {
  return Array.from({ length: 10 }, (_, y) =>
    Array.from({ length: 10 }, (_, x) =>
      (pixels[(y * 2 + 4) * 28 + x * 2 + 4] ?? 0) > 0.5 ? '#' : '.'
    ).join('')
  )
}

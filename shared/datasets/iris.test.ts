import { expect, it } from 'vitest'
import { gather } from './gather'
import { iris } from './iris'
import { assetsIn } from './node-read-asset'

const read = assetsIn(new URL('../../assets/datasets/', import.meta.url))

it('iris has 50 flowers of each species, measured in centimetres', async () => {
  const loaded = await iris.load(read)
  if (!loaded.ok) throw new Error(loaded.error.message)
  const { columns, size, testRows } = loaded.value
  const measurements = columns.get('measurements') ?? expect.unreachable()
  const species = columns.get('species') ?? expect.unreachable()
  expect([size, testRows.length, measurements.stored.length]).toEqual([150, 0, 600])
  expect([0, 1, 2].map(label => species.stored.filter((s: number) => s === label).length)).toEqual([
    50, 50, 50
  ])
  const flowers = [0, 34, 37, 50, 149]
  expect(gather(measurements, flowers)).toEqual(
    // Rows 34 and 37 as Fisher printed them; a well-known copy of the data has two mistakes there.
    Float32Array.of(
      5.1,
      3.5,
      1.4,
      0.2,
      4.9,
      3.1,
      1.5,
      0.2,
      4.9,
      3.6,
      1.4,
      0.1,
      7,
      3.2,
      4.7,
      1.4,
      5.9,
      3,
      5.1,
      1.8
    )
  )
  expect(gather(species, flowers)).toEqual(Int32Array.of(0, 0, 0, 1, 2))
})

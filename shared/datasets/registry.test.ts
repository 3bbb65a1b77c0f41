import { describe, expect, it } from 'vitest'
import { assetsIn } from './node-read-asset'
import { datasets, findDataset } from './registry'

const read = assetsIn(new URL('../../assets/datasets/', import.meta.url))

describe.each(datasets.map(dataset => [dataset.id, dataset] as const))('%s', (id, dataset) => {
  it('is what it says before it is loaded', async () => {
    expect(findDataset(id)).toBe(dataset)
    const loaded = await dataset.load(read)
    if (!loaded.ok) throw new Error(loaded.error.message)
    const { size, columns, testRows } = loaded.value
    expect([size, testRows.length]).toEqual([dataset.size, dataset.fixedTest])
    expect([...columns.keys()]).toEqual(dataset.fields.map(field => field.name))
    for (const field of dataset.fields) {
      const column = columns.get(field.name) ?? expect.unreachable()
      expect(column.shape).toEqual(field.type.shape)
      expect(column.dtype).toBe(field.type.dtype)
      expect(column.stored.length).toBe(size * column.shape.reduce((n, d) => n * d, 1))
      if (field.kind === 'category')
        expect(new Set<number>(column.stored)).toEqual(new Set(field.classes.keys()))
      if (field.kind === 'tokens')
        expect(new Set<number>(column.stored)).toEqual(new Set(field.vocabulary.keys()))
      if (field.kind === 'vector') expect(column.shape).toEqual([field.columns.length])
    }
  })

  it('proposes a split that fits', () => {
    const { train, validation, test } = dataset.split
    expect(train + validation + test).toBe(dataset.size)
    expect(dataset.fixedTest === 0 || test === dataset.fixedTest).toBe(true)
  })
})

it.each(['', '__proto__', 'constructor', 'MNIST'])('finds no dataset called %j', id => {
  expect(findDataset(id)).toBe(null)
})

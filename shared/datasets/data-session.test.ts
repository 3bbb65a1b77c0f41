import { expect, it, vi } from 'vitest'
import type { DataBinding } from '../document/schema'
import { createDataSession, type Samples, type SplitRows } from './data-session'
import { assetsIn } from './node-read-asset'

const read = assetsIn(new URL('../../assets/datasets/', import.meta.url))
const iris: DataBinding = { source: 'iris', split: { train: 90, validation: 30, test: 30, seed: 1 } }

it('gives samples as the dataset has them', async () => {
  const { id, answer } = await createDataSession(read)({ id: 3, data: iris, rows: Int32Array.of(0, 149) })
  expect(id).toBe(3)
  const samples = answer.ok ? (answer.value as Samples) : undefined
  expect([...(samples?.fields.get('measurements')?.data ?? [])].map(value => value.toFixed(1))).toEqual([
    '5.1',
    '3.5',
    '1.4',
    '0.2',
    '5.9',
    '3.0',
    '5.1',
    '1.8'
  ])
  expect(samples?.fields.get('species')).toEqual({ shape: [2], data: Int32Array.of(0, 2) })
})

it('gives the rows of each part, no row in two, and the statistics of training', async () => {
  const { answer } = await createDataSession(read)({ id: 1, data: iris, rows: null })
  const split = answer.ok ? (answer.value as SplitRows) : undefined
  const all = [...(split?.train ?? []), ...(split?.validation ?? []), ...(split?.test ?? [])]
  expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, row) => row))
  expect(split?.statistics[0]).toMatchObject({ field: 'measurements' })
  expect(split?.labels?.length).toBe(150)
  expect([0, 49, 50, 149].map(row => split?.labels?.[row])).toEqual([0, 0, 1, 2])
})

it('makes generated samples without reading anything', async () => {
  const spiral: DataBinding = { source: 'spiral', split: { train: 4, validation: 0, test: 0, seed: 1 } }
  const offline = () => Promise.reject(new Error('offline'))
  const { answer } = await createDataSession(offline)({ id: 1, data: spiral, rows: Int32Array.of(0, 1) })
  const samples = answer.ok ? (answer.value as Samples) : undefined
  expect(samples?.fields.get('point')).toEqual({
    shape: [2, 2],
    data: Float32Array.of(-0.995, 0.09, 0.519, -0.738)
  })
})

it('loads a dataset once, and again after that has failed', async () => {
  const asset = vi.fn(read).mockRejectedValueOnce(new Error('offline'))
  const session = createDataSession(asset)
  expect((await session({ id: 1, data: iris, rows: null })).answer).toMatchObject({
    ok: false,
    error: expect.stringContaining('offline') as string
  })
  await session({ id: 2, data: iris, rows: null })
  await session({ id: 3, data: iris, rows: null })
  expect(asset).toHaveBeenCalledTimes(2)
})

it.each<[string, DataBinding, Int32Array | null, string]>([
  ['a dataset that is not there', { ...iris, source: 'gone' }, null, 'no dataset “gone”'],
  ['a sample that is not there', iris, Int32Array.of(150), 'no sample 150'],
  ['a split of more than there is', { ...iris, split: { ...iris.split, train: 200 } }, null, 'too many']
])('refuses %s in words', async (_what, data, rows, words) => {
  expect((await createDataSession(read)({ id: 1, data, rows })).answer).toMatchObject({
    ok: false,
    error: expect.stringContaining(words) as string
  })
})

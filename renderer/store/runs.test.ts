import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { emptyDocument, newId } from '../../shared/document/create'
import { fail, ok } from '../../shared/result'
import type { PlainWeights } from '../../shared/training/protocol'
import type { RunRecord } from '../../shared/training/run-record'
import { host } from '../host/current'
import { useDocument } from './document'
import { edit, replaceDocument, undo } from './edit-document'
import {
  deleteRun,
  keepRun,
  loadRuns,
  mostCompared,
  pruneRuns,
  renameRun,
  restoreRun,
  runName,
  toggleCompared,
  useRuns
} from './runs'
import { useSession } from './session'
import { forgetTraining, useTraining } from './training'

const document = {
  ...emptyDocument('doc-a', 'A'),
  training: { ...emptyDocument('doc-a', 'A').training, epochs: 7 }
}
const weights: PlainWeights = new Map([['dense-1/bias', { shape: [1], data: new Float32Array([1]) }]])

function record(number: number, more: Partial<RunRecord> = {}): RunRecord {
  return {
    id: `${String(number).padStart(9, '0')}-x`,
    number,
    name: '',
    startedAt: number,
    seconds: 1,
    outcome: 'done',
    why: '',
    backend: 'cpu',
    parameters: 1,
    epochs: 7,
    document,
    curves: { steps: Int32Array.of(1), loss: Float32Array.of(1), accuracy: Float32Array.of(1) },
    scores: [],
    test: null,
    hasWeights: true,
    ...more
  }
}

let stored: Map<string, unknown>

beforeEach(async () => {
  stored = new Map()
  const { blobs } = host
  vi.spyOn(blobs, 'get').mockImplementation(key => Promise.resolve(ok(stored.get(key) ?? null)))
  vi.spyOn(blobs, 'put').mockImplementation((key, value) => {
    stored.set(key, structuredClone(value))
    return Promise.resolve(ok(null))
  })
  vi.spyOn(blobs, 'delete').mockImplementation(key => {
    stored.delete(key)
    return Promise.resolve(ok(null))
  })
  vi.spyOn(blobs, 'keys').mockImplementation(prefix =>
    Promise.resolve(ok([...stored.keys()].filter(key => key.startsWith(prefix)).toSorted()))
  )
  replaceDocument({ ...document, training: { ...document.training, epochs: 1 } })
  useSession.setState({ notice: null })
  forgetTraining()
  await loadRuns('doc-a')
})

afterEach(() => vi.restoreAllMocks())

const numbers = () => useRuns.getState().runs.map(run => run.number)

it('are there again when their document is opened again, the latest first; those of others are not', async () => {
  await keepRun('doc-a', record(1), weights)
  await keepRun('doc-a', record(2), weights)
  await keepRun('doc-b', record(9), null)
  expect(numbers()).toEqual([2, 1])
  await loadRuns('doc-b')
  expect(numbers()).toEqual([9])
  await loadRuns('doc-a')
  expect(useRuns.getState().runs).toEqual([record(2), record(1)])
})

it('bring their network back as one step, with what was learned', async () => {
  await keepRun('doc-a', record(1), weights)
  await restoreRun(record(1))
  expect(useDocument.getState().document.training.epochs).toBe(7)
  expect(useTraining.getState().run).toMatchObject({ kind: 'kept', weights })
  expect(useDocument.getState().history.past.at(-1)?.label).toBe('restore Run 1')
  undo()
  expect(useDocument.getState().document.training.epochs).toBe(1)
})

it.each<[string, unknown]>([
  ['gone', undefined],
  ['damaged', new Map([['a', { shape: [1], data: [1] }]])]
])('bring the network alone back where the weights are %s, and say so', async (_what, found) => {
  await keepRun('doc-a', record(1), null)
  if (found !== undefined) stored.set('run-weights/doc-a/000000001-x', found)
  await restoreRun(record(1))
  expect(useDocument.getState().document.training.epochs).toBe(7)
  expect(useTraining.getState().run.kind).toBe('idle')
  expect(useSession.getState().notice?.text).toContain('train it anew')
})

it('come back after they were deleted, with their weights', async () => {
  await keepRun('doc-a', record(1), weights)
  await deleteRun(record(1))
  expect(numbers()).toEqual([])
  expect(stored.size).toBe(0)
  useSession.getState().notice?.action?.run()
  await vi.waitFor(() => expect(stored.size).toBe(2))
  expect(numbers()).toEqual([1])
})

it('keep their name, and their number where it is taken away', async () => {
  await keepRun('doc-a', record(3), null)
  await renameRun(record(3), '  wide  ')
  await loadRuns('doc-a')
  const [named] = useRuns.getState().runs
  expect(named && runName(named)).toBe('wide')
  if (named) await renameRun(named, ' ')
  expect(useRuns.getState().runs.map(runName)).toEqual(['Run 3'])
})

it('show themselves in the plots while there is room, and keep their place, and so their colour', async () => {
  for (let number = 1; number <= mostCompared + 1; number++) await keepRun('doc-a', record(number), null)
  const ids = useRuns
    .getState()
    .runs.map(run => run.id)
    .toReversed()
  expect(useRuns.getState().compared).toEqual(ids.slice(0, mostCompared))
  toggleCompared(ids[1] ?? '')
  toggleCompared(ids[mostCompared] ?? '')
  expect(useRuns.getState().compared).toEqual(ids.with(1, ids[mostCompared] ?? '').slice(0, mostCompared))
})

it('show the latest when a document comes back', async () => {
  for (const number of [1, 2]) await keepRun('doc-a', record(number), null)
  await loadRuns('doc-b')
  expect(useRuns.getState().compared).toEqual([])
  await loadRuns('doc-a')
  expect(useRuns.getState().compared).toEqual([record(2).id])
})

it('lose their weights when there are many newer ones, the curves stay', async () => {
  for (let number = 1; number <= 23; number++) await keepRun('doc-a', record(number), weights)
  const kept = [...stored.keys()].filter(key => key.startsWith('run-weights/'))
  expect(kept).toHaveLength(20)
  expect(kept).not.toContain('run-weights/doc-a/000000003-x')
  expect(numbers()).toHaveLength(23)
})

it('are kept for the window where storage is full, which is said', async () => {
  vi.spyOn(host.blobs, 'put').mockResolvedValue(fail('the disk is full'))
  await keepRun('doc-a', record(1), weights)
  expect(numbers()).toEqual([1])
  expect(useSession.getState().notice).toMatchObject({ kind: 'info', text: 'the disk is full' })
})

it('an edit of the document leaves its runs alone', async () => {
  await keepRun('doc-a', record(1), null)
  edit([{ kind: 'setName', name: newId('x', () => false) }])
  expect(numbers()).toEqual([1])
})

it('of all documents the oldest go first, once there are very many', async () => {
  for (let i = 0; i < 502; i++) {
    const id = `doc-${i % 2}/${String(1000 - i).padStart(9, '0')}-x`
    stored.set(`runs/${id}`, 1)
    stored.set(`run-weights/${id}`, 1)
  }
  await pruneRuns()
  expect(stored.size).toBe(1000)
  expect(stored.has('runs/doc-1/000000499-x')).toBe(false)
  expect(stored.has('run-weights/doc-0/000000500-x')).toBe(false)
  expect(stored.has('runs/doc-1/000000501-x')).toBe(true)
})

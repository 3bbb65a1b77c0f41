import { expect, it } from 'vitest'
import { emptyDocument } from '../document/create'
import { readStoredRun, recordedCurves, storedRun, type RunRecord } from './run-record'

const scores = (loss: number, accuracy: number | null) => ({
  loss,
  accuracy,
  outputs: { 'output-1': { loss, metric: accuracy ?? Number.NaN } }
})

const record: RunRecord = {
  id: 'abc-1',
  number: 3,
  name: 'wide',
  startedAt: 1_700_000_000_000,
  seconds: 4.5,
  outcome: 'failed',
  why: 'the loss is no longer a number',
  backend: 'WebAssembly',
  parameters: 10,
  epochs: 2,
  document: emptyDocument('doc-a', 'A'),
  curves: recordedCurves({
    points: [
      { step: 1, loss: 2.5, accuracy: 0.25 },
      { step: 4, loss: Number.POSITIVE_INFINITY, accuracy: null }
    ]
  }),
  scores: [{ epoch: 1, step: 4, train: scores(Number.NaN, null), validation: scores(1, 0.5) }],
  test: null,
  hasWeights: false
}

it('comes back from storage as it was, runaway losses included', () => {
  expect(readStoredRun(structuredClone(storedRun(record)))).toEqual({ ok: true, value: record })
})

it.each<[string, unknown]>([
  ['nothing', null],
  ['a run of a newer version', { ...storedRun(record), format: 2 }],
  [
    'curves of different lengths',
    { ...storedRun(record), curves: { ...record.curves, loss: new Float32Array(1) } }
  ],
  ['a document that is none', { ...storedRun(record), document: '{}' }],
  ['points as plain lists', { ...storedRun(record), curves: { steps: [1], loss: [1], accuracy: [1] } }]
])('%s is refused in words', (_what, stored) => {
  const read = readStoredRun(stored)
  expect(read).toMatchObject({ ok: false, error: expect.stringMatching(/\w/) as string })
})

import { expect, it } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import type { RunRecord } from '../../shared/training/run-record'
import { runLines } from './run-series'
import { runsCsv } from './runs-csv'

const scores = (loss: number, accuracy: number | null = null) => ({ loss, accuracy, outputs: {} })

const run: RunRecord = {
  id: 'a-1',
  number: 2,
  name: '=1+1, "quoted"',
  startedAt: Date.UTC(2026, 10, 24, 12),
  seconds: 3.5,
  outcome: 'done',
  why: '',
  backend: 'WebAssembly',
  parameters: 10,
  epochs: 2,
  document: emptyDocument('doc-a', 'A'),
  curves: {
    steps: Int32Array.of(2, 4, 8),
    loss: Float32Array.of(3, 2, Number.NaN),
    accuracy: Float32Array.of(Number.NaN, 0.25, 0.5)
  },
  scores: [
    { epoch: 1, step: 4, train: scores(2.5, 0.25), validation: scores(2, 0.5) },
    { epoch: 2, step: 8, train: scores(Number.POSITIVE_INFINITY), validation: null }
  ],
  test: scores(1.5, 0.75),
  hasWeights: true
}

it('has a point for each epoch, and leaves out what is no number', () => {
  expect(runLines(run, 'loss')).toEqual({
    train: { x: [1], y: [2.5] },
    validation: { x: [1], y: [2] }
  })
})

it('has a point for each report while the first epoch goes on', () => {
  expect(runLines({ ...run, scores: run.scores.slice(0, 1) }, 'loss').train).toEqual({
    x: [0.5, 1],
    y: [3, 2]
  })
  expect(runLines({ ...run, scores: [] }, 'accuracy').train).toEqual({ x: [0.5, 1], y: [0.25, 0.5] })
})

it('is a table that spreadsheets read, and no formula', () => {
  const lines = runsCsv([run]).split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toBe(
    '2,"\'=1+1, ""quoted""",2026-11-24T12:00:00.000Z,done,1.5,0.75,,,Infinity,,2,3.5,10,adam,0.001,32,1,WebAssembly'
  )
})

import { expect, it } from 'vitest'
import { idle, type RunFacts, type RunState } from '../../shared/training/reduce-run'
import { momentOf, restAfter } from './follow-network'

const facts: RunFacts = {
  runId: 'run-2',
  backend: 'test',
  left: [],
  parameters: 1,
  stepsPerEpoch: 10,
  epochs: 5,
  epoch: 1,
  step: 7,
  samplesPerSecond: 0,
  secondsLeft: 0,
  points: [],
  scores: []
}
const scores = { loss: 1, accuracy: 1, outputs: {} }
const later: RunFacts = {
  ...facts,
  step: 17,
  scores: [{ epoch: 1, step: 10, train: scores, validation: null }]
}
const finished: RunState = {
  kind: 'finished',
  reason: 'done',
  facts: later,
  validation: null,
  test: null,
  weights: new Map(),
  seconds: 1
}

it('is another moment after each epoch, or each step, and at the end', () => {
  const moments = (pace: 'epoch' | 'step') =>
    [
      { kind: 'running', facts } as const,
      { kind: 'running', facts: { ...facts, step: 8 } } as const,
      { kind: 'running', facts: later } as const,
      finished
    ].map(run => momentOf(run, pace))
  expect(new Set(moments('step'))).toHaveProperty('size', 4)
  expect(new Set(moments('epoch'))).toHaveProperty('size', 3)
})

it('is the same moment while it pauses', () => {
  expect(momentOf({ kind: 'paused', facts }, 'step')).toBe(momentOf({ kind: 'running', facts }, 'step'))
})

it.each<RunState>([
  idle,
  { kind: 'preparing', runId: 'run-2', what: '' },
  { kind: 'kept', runId: 'run-2', weights: new Map() },
  { kind: 'failed', facts, failure: { message: '', advice: '' } }
])('is no moment where nothing can be asked: $kind', run => {
  expect(momentOf(run, 'epoch')).toBeNull()
})

it.each([
  [1, 400],
  [20, 400],
  [100, 1900],
  [2000, 38_000]
])('rests after a question of %d ms for %d ms: a twentieth of the time, or less', (took, rest) => {
  expect(restAfter(took)).toBeCloseTo(rest, 6)
})

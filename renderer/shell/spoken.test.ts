import { describe, expect, it } from 'vitest'
import type { Problem } from '../../shared/graph/problem'
import { idle, type RunFacts, type RunState } from '../../shared/training/reduce-run'
import { problemWords, runWords } from './spoken'

const facts: RunFacts = {
  runId: 'run-1',
  backend: 'wasm',
  left: [],
  parameters: 1,
  stepsPerEpoch: 1,
  epochs: 1,
  epoch: 1,
  step: 1,
  samplesPerSecond: 1,
  secondsLeft: 1,
  points: [],
  scores: []
}
const preparing: RunState = { kind: 'preparing', runId: 'run-1', what: 'Compiling' }
const running: RunState = { kind: 'running', facts }
const paused: RunState = { kind: 'paused', facts }
const finished = (reason: 'done' | 'stopped', accuracy: number | null): RunState => ({
  kind: 'finished',
  reason,
  facts,
  validation: null,
  test: { loss: 0.25, accuracy, outputs: {} },
  weights: new Map(),
  seconds: 42
})
const failed: RunState = {
  kind: 'failed',
  facts,
  failure: { message: 'The loss broke.', advice: 'Go slower.' }
}

describe('runWords', () => {
  it.each<[RunState, RunState, string]>([
    [idle, preparing, 'Training has started.'],
    [preparing, running, ''],
    [running, { kind: 'running', facts: { ...facts, step: 2 } }, ''],
    [running, paused, 'Training is paused.'],
    [paused, running, 'Training goes on.'],
    [running, finished('done', 0.951), 'Training is done, in 42 s. Accuracy: 95.1 %.'],
    [running, finished('stopped', null), 'Training was stopped after 42 s. Loss: 0.250.'],
    [running, failed, 'The loss broke. Go slower.'],
    [finished('done', 1), idle, '']
  ])('of a run that goes from %j', (before, now, words) => {
    expect(runWords(before, now)).toBe(words)
  })
})

describe('problemWords', () => {
  const problem = (block: string, severity: Problem['severity'], fix?: string): Problem => ({
    code: 'wrong-shape',
    severity,
    place: { block },
    message: `${block} is wrong.`,
    ...(fix !== undefined && { fix: { label: fix, edits: [] } })
  })
  it.each<[string, readonly Problem[], readonly Problem[], string]>([
    ['a first one', [], [problem('Dense', 'error')], 'Problem: Dense is wrong.'],
    [
      'one with a way out',
      [],
      [problem('Dense', 'error', 'Insert Flatten')],
      'Problem: Dense is wrong. Fix: Insert Flatten.'
    ],
    ['the same as before', [problem('Dense', 'error')], [problem('Dense', 'error')], ''],
    [
      'one more',
      [problem('A', 'error')],
      [problem('A', 'error'), problem('B', 'error')],
      'Problem: B is wrong.'
    ],
    ['one less', [problem('A', 'error'), problem('B', 'error')], [problem('A', 'error')], ''],
    ['none any more', [problem('A', 'error')], [problem('B', 'warning')], 'No problem is left.'],
    ['a hint alone', [], [problem('A', 'warning')], '']
  ])('%s', (_what, before, now, words) => {
    expect(problemWords(before, now)).toBe(words)
  })
})

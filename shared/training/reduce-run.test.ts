import { describe, expect, it } from 'vitest'
import type { FromTrainer, PlainWeights } from './protocol'
import { reduceRun, runIdOf, weightsOf, type RunFacts, type RunState } from './reduce-run'

const runId = 'a'
const weights: PlainWeights = new Map([['w', { shape: [1], data: new Float32Array([1]) }]])
const failure = { message: 'it broke', advice: 'mend it' }
const facts: RunFacts = {
  runId,
  backend: 'Plain JavaScript',
  left: [],
  parameters: 3,
  stepsPerEpoch: 2,
  epochs: 4,
  epoch: 1,
  step: 0,
  samplesPerSecond: 0,
  secondsLeft: Number.NaN,
  points: [],
  scores: []
}
const end = { reason: 'done', validation: null, test: null, weights, seconds: 1 } as const
const states = {
  idle: { kind: 'idle' },
  preparing: { kind: 'preparing', runId, what: 'Loading' },
  running: { kind: 'running', facts },
  paused: { kind: 'paused', facts },
  finished: { kind: 'finished', facts, ...end },
  failed: { kind: 'failed', facts, failure },
  kept: { kind: 'kept', runId, weights },
  loading: { kind: 'loading', runId, weights },
  loaded: { kind: 'loaded', runId, backend: 'WebAssembly', parameters: 3, weights },
  unusable: { kind: 'unusable', runId, weights, failure }
} satisfies { readonly [K in RunState['kind']]: RunState & { readonly kind: K } }

const started: FromTrainer = {
  kind: 'started',
  runId,
  backend: 'Plain JavaScript',
  left: [],
  parameters: 3,
  stepsPerEpoch: 2,
  epochs: 4
}
const loaded: FromTrainer = { kind: 'loaded', runId, backend: 'WebAssembly', parameters: 3 }
const failed: FromTrainer = { kind: 'failed', runId, ...failure }
const finished: FromTrainer = { kind: 'finished', runId, ...end }

describe('reduceRun', () => {
  it.each<[keyof typeof states, FromTrainer, RunState]>([
    [
      'preparing',
      { kind: 'preparing', runId, what: 'Compiling' },
      { ...states.preparing, what: 'Compiling' }
    ],
    ['preparing', started, states.running],
    ['preparing', failed, { ...states.failed, facts: null }],
    ['running', { kind: 'paused', runId }, states.paused],
    ['paused', { kind: 'resumed', runId }, states.running],
    ['running', finished, { ...states.finished, facts: { ...facts, secondsLeft: 0 } }],
    ['running', failed, states.failed],
    ['loading', loaded, states.loaded],
    ['kept', failed, states.unusable],
    ['loading', failed, states.unusable],
    ['loaded', failed, states.unusable]
  ])('%s, told %o', (from, message, to) => {
    expect(reduceRun(states[from], message)).toEqual(to)
  })

  it.each<[keyof typeof states, FromTrainer]>([
    ['kept', loaded],
    ['kept', started],
    ['loading', started],
    ['loading', { kind: 'preparing', runId, what: 'Starting the engine' }],
    ['loading', { ...loaded, runId: 'b' }],
    ['loaded', { ...failed, runId: 'b' }],
    ['loaded', finished],
    ['unusable', loaded],
    ['preparing', loaded],
    ['running', loaded],
    ['finished', loaded],
    ['idle', loaded],
    ['loaded', { kind: 'prediction', id: 1, outputs: {} }]
  ])('%s is left as it is by %o', (from, message) => {
    expect(reduceRun(states[from], message)).toBe(states[from])
  })
})

describe('what a state tells', () => {
  it.each(Object.values(states))('$kind: its run', state => {
    expect(runIdOf(state)).toBe(state.kind === 'idle' ? null : runId)
  })

  it('has weights where something was learned', () => {
    const having = Object.values(states).filter(state => weightsOf(state) === weights)
    expect(having.map(({ kind }) => kind)).toEqual(['finished', 'kept', 'loading', 'loaded', 'unusable'])
  })
})

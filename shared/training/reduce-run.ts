import type { CurvePoint, EpochScores, FromTrainer, PlainWeights, Scores, TrainingFailure } from './protocol'

/** What is known while a run goes on. */
export interface RunFacts {
  readonly runId: string
  readonly backend: string
  readonly left: readonly string[]
  readonly parameters: number
  readonly stepsPerEpoch: number
  readonly epochs: number
  readonly epoch: number
  readonly step: number
  readonly samplesPerSecond: number
  readonly secondsLeft: number
  readonly points: readonly CurvePoint[]
  readonly scores: readonly EpochScores[]
}

/** The one state of a run. */
export type RunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'preparing'; readonly runId: string; readonly what: string }
  | { readonly kind: 'running' | 'paused'; readonly facts: RunFacts }
  | {
      readonly kind: 'finished'
      readonly reason: 'done' | 'stopped'
      readonly facts: RunFacts
      readonly validation: Scores | null
      readonly test: Scores | null
      readonly weights: PlainWeights
      readonly seconds: number
    }
  | { readonly kind: 'failed'; readonly facts: RunFacts | null; readonly failure: TrainingFailure }
  /** Trained before, the weights at hand; `loading` once an engine is asked to take them. */
  | { readonly kind: 'kept' | 'loading'; readonly runId: string; readonly weights: PlainWeights }
  /** Trained before, and ready for predictions. */
  | {
      readonly kind: 'loaded'
      readonly runId: string
      readonly backend: string
      readonly parameters: number
      readonly weights: PlainWeights
    }
  /** Trained before, but no engine has taken the weights, or it is gone with them. */
  | {
      readonly kind: 'unusable'
      readonly runId: string
      readonly weights: PlainWeights
      readonly failure: TrainingFailure
    }

export const idle: RunState = { kind: 'idle' }

/** The run that a state belongs to. */
export function runIdOf(state: RunState): string | null {
  switch (state.kind) {
    case 'idle':
      return null
    case 'preparing':
    case 'kept':
    case 'loading':
    case 'loaded':
    case 'unusable':
      return state.runId
    case 'failed':
      return state.facts?.runId ?? null
    default:
      return state.facts.runId
  }
}

/** What has been learned, once a run is over or where it came from a file. */
export function weightsOf(state: RunState): PlainWeights | null {
  return 'weights' in state ? state.weights : null
}

/** The state after a message; one of another run, or one that comes too late, changes nothing. */
export function reduceRun(state: RunState, message: FromTrainer): RunState {
  if (message.kind === 'ready' || message.kind === 'prediction' || message.kind === 'no-prediction')
    return state
  if (message.kind === 'activations' || message.kind === 'judged') return state
  if (message.runId !== runIdOf(state)) return state
  if (message.kind === 'failed') {
    const { message: words, advice, block } = message
    const failure = { message: words, advice, ...(block !== undefined && { block }) }
    switch (state.kind) {
      case 'kept':
      case 'loading':
      case 'loaded':
      case 'unusable':
        return { kind: 'unusable', runId: message.runId, weights: state.weights, failure }
      default:
        return { kind: 'failed', facts: 'facts' in state ? state.facts : null, failure }
    }
  }
  if (state.kind === 'preparing') return reducePreparing(state, message)
  if (state.kind === 'loading') {
    if (message.kind !== 'loaded') return state
    const { runId, backend, parameters } = message
    return { kind: 'loaded', runId, backend, parameters, weights: state.weights }
  }
  if (state.kind !== 'running' && state.kind !== 'paused') return state
  const { facts } = state
  switch (message.kind) {
    case 'progress': {
      const { epoch, step, samplesPerSecond, secondsLeft } = message
      const points = [...facts.points, ...message.points]
      return { ...state, facts: { ...facts, epoch, step, samplesPerSecond, secondsLeft, points } }
    }
    case 'epoch': {
      const { epoch, step, train, validation } = message
      return { ...state, facts: { ...facts, scores: [...facts.scores, { epoch, step, train, validation }] } }
    }
    case 'paused':
      return { kind: 'paused', facts }
    case 'resumed':
      return { kind: 'running', facts }
    case 'finished': {
      const { reason, validation, test, weights, seconds } = message
      return {
        kind: 'finished',
        reason,
        facts: { ...facts, secondsLeft: 0 },
        validation,
        test,
        weights,
        seconds
      }
    }
    default:
      return state
  }
}

function reducePreparing(state: Extract<RunState, { kind: 'preparing' }>, message: FromTrainer): RunState {
  if (message.kind === 'preparing') return { ...state, what: message.what }
  if (message.kind !== 'started') return state
  const { runId, backend, left, parameters, stepsPerEpoch, epochs } = message
  return {
    kind: 'running',
    facts: {
      runId,
      backend,
      left,
      parameters,
      stepsPerEpoch,
      epochs,
      epoch: 1,
      step: 0,
      samplesPerSecond: 0,
      secondsLeft: Number.NaN,
      points: [],
      scores: []
    }
  }
}

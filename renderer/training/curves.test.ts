import { describe, expect, it } from 'vitest'
import type { RunFacts } from '../../shared/training/reduce-run'
import { curvesOf } from './curves'

const facts = (points: RunFacts['points'], scores: RunFacts['scores'] = []): RunFacts => ({
  runId: 'run-1',
  backend: 'wasm',
  left: [],
  parameters: 0,
  stepsPerEpoch: 10,
  epochs: 5,
  epoch: 1,
  step: 0,
  samplesPerSecond: 0,
  secondsLeft: 0,
  points,
  scores
})

describe('curvesOf', () => {
  it('puts both series on one axis of steps', () => {
    const scores = { loss: 0.5, accuracy: 0.8, outputs: {} }
    const run = facts(
      [
        { step: 5, loss: 2, accuracy: 0.1 },
        { step: 10, loss: 1, accuracy: 0.5 },
        { step: 15, loss: 0.9, accuracy: 0.6 }
      ],
      [{ epoch: 1, step: 10, train: scores, validation: scores }]
    )
    expect(curvesOf(run, 'loss')).toEqual({
      data: [
        [5, 10, 15],
        [2, 1, 0.9],
        [null, 0.5, null]
      ],
      lastTrain: 0.9,
      lastValidation: 0.5
    })
  })

  it('has no accuracy where nothing is classified', () => {
    expect(curvesOf(facts([{ step: 1, loss: 2, accuracy: null }]), 'accuracy')).toBeNull()
  })

  it('leaves out what is no number', () => {
    const losses = [1, Number.NaN, Infinity, 2]
    const points = losses.map((loss, step) => ({ step, loss, accuracy: null }))
    expect(curvesOf(facts(points), 'loss')?.data[1]).toEqual([1, 2])
  })

  it('thins long runs without losing their end or their mean', () => {
    const points = Array.from({ length: 6000 }, (_, step) => ({ step, loss: step % 2, accuracy: null }))
    const curves = curvesOf(facts(points), 'loss')
    expect(curves?.data[0]).toHaveLength(600)
    expect(curves?.data[0].at(-1)).toBe(5999)
    expect(new Set(curves?.data[1])).toEqual(new Set([0.5]))
  })
})

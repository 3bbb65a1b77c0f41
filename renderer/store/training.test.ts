import { beforeEach, expect, it } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import type { PlainWeights } from '../../shared/training/protocol'
import { forgetTraining, hasNewWeights, keepTrained, startTraining, trainedOf, useTraining } from './training'

const document = emptyDocument('doc-a', 'a')
const weights: PlainWeights = new Map([['dense-1/bias', { shape: [1], data: new Float32Array([1]) }]])

beforeEach(forgetTraining)

it('keeps what was learned before, until a new run has learned something itself', () => {
  keepTrained({ document, weights }, true)
  // There is no worker here, so that the run fails at once.
  startTraining()
  expect(useTraining.getState().run.kind).not.toBe('kept')
  expect(trainedOf(useTraining.getState())).toEqual({ document, weights })
  expect(hasNewWeights(useTraining.getState())).toBe(false)
})

it('keeps nothing of another document', () => {
  keepTrained({ document, weights }, false)
  expect(hasNewWeights(useTraining.getState())).toBe(true)
  forgetTraining()
  expect(trainedOf(useTraining.getState())).toBeNull()
})

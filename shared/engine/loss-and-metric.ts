import * as tf from '@tensorflow/tfjs-core'
import type { FlatNetwork } from '../network/flatten'
import { lossOf, type Head, type LossId } from '../training/losses'
import { lossByOperations } from './loss-by-operations'
import * as losses from './losses'
import { binaryAccuracy, categoricalAccuracy } from './metrics'

type Output = FlatNetwork['outputs'][number]
type LossAndMetric = (
  output: tf.Tensor,
  target: tf.Tensor
) => { readonly loss: tf.Scalar; readonly metric: tf.Scalar }

type Known = Readonly<Partial<Record<LossId, losses.LossFunction>>>

/** Those whose gradient is known without the tape; all others are carried out by their operations. */
const FROM_SCORES: Known = {
  crossEntropy: losses.crossEntropy,
  binaryCrossEntropy: losses.binaryCrossEntropy,
  meanSquaredError: losses.meanSquaredError,
  meanAbsoluteError: losses.meanAbsoluteError
}
const FROM_PROBABILITIES: Known = {
  ...FROM_SCORES,
  crossEntropy: losses.crossEntropyProbabilities,
  binaryCrossEntropy: losses.binaryCrossEntropyProbabilities
}

/** How an output is judged: its loss over the batch, and its accuracy or mean absolute error. */
export function lossAndMetric({ loss, fromScores }: Output): LossAndMetric {
  const known = (fromScores ? FROM_SCORES : FROM_PROBABILITIES)[loss]
  const lossFunction = known ?? lossByOperations(loss, fromScores)
  const metric = metricOf(loss, fromScores)
  return (output, target) => ({ loss: lossFunction(output, target), metric: metric(output, target) })
}

function metricOf(loss: LossId, fromScores: boolean): (output: tf.Tensor, target: tf.Tensor) => tf.Scalar {
  if (loss === 'crossEntropy') return categoricalAccuracy
  if (loss === 'binaryCrossEntropy')
    return (output, target) => binaryAccuracy(output, target, fromScores ? 0 : 0.5)
  return losses.meanAbsoluteError
}

export function hasAccuracy(loss: LossId): boolean {
  return lossOf(loss).metric === 'accuracy'
}

/** Scores as what a person reads. */
export function withHead(output: tf.Tensor, head: Head): tf.Tensor {
  if (head === 'none') return output
  return head === 'softmax' ? tf.softmax(output) : tf.sigmoid(output)
}

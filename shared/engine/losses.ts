import * as tf from '@tensorflow/tfjs-core'
import { EPSILON } from '../training/losses'

/** The mean over a batch; `output` as the network gives it, `target` as the dataset. */
export type LossFunction = (output: tf.Tensor, target: tf.Tensor) => tf.Scalar

const mean = (x: tf.Tensor): tf.Scalar => tf.mean<tf.Scalar>(x)
const safeLog = (p: tf.Tensor): tf.Tensor => tf.log(tf.clipByValue(p, EPSILON, 1 - EPSILON))

/**
 * Over scores `[…, classes]` and class numbers `[…]`: `log Σ exp(s) − s[class]`, with the largest score taken off
 * first; its gradient is `softmax(s) − one-hot`, made from what the forward pass has.
 */
export const crossEntropy: LossFunction = (scores, target) =>
  withGradient(scores, s => {
    const classes = s.shape.at(-1) ?? 1
    const hot = oneHot(target, classes)
    const shifted = tf.sub(s, tf.max(s, -1, true))
    const powers = tf.exp(shifted)
    const sums = tf.sum(powers, -1, true)
    const losses = tf.sub(tf.squeeze(tf.log(sums), [-1]), tf.sum(tf.mul(shifted, hot), -1))
    return { losses, gradient: tf.sub(tf.div(powers, sums), hot) }
  })

/** Over probabilities `[…, classes]` and class numbers `[…]`. */
export const crossEntropyProbabilities: LossFunction = (probabilities, target) => {
  const hot = oneHot(target, probabilities.shape.at(-1) ?? 1)
  return mean(tf.neg(tf.sum(tf.mul(hot, safeLog(probabilities)), -1)))
}

/** Over scores and 0 or 1: `max(s, 0) − s·t + log(1 + exp(−|s|))`; its gradient is `sigmoid(s) − t`. */
export const binaryCrossEntropy: LossFunction = (scores, target) =>
  withGradient(scores, s => {
    const t = like(target, s)
    const losses = tf.add(tf.sub(tf.relu(s), tf.mul(s, t)), tf.log1p(tf.exp(tf.neg(tf.abs(s)))))
    return { losses, gradient: tf.sub(tf.sigmoid(s), t) }
  })

/** Over probabilities and 0 or 1. */
export const binaryCrossEntropyProbabilities: LossFunction = (probabilities, target) => {
  const t = like(target, probabilities)
  const yes = tf.mul(t, safeLog(probabilities))
  const no = tf.mul(tf.sub(1, t), safeLog(tf.sub(1, probabilities)))
  return mean(tf.neg(tf.add(yes, no)))
}

export const meanSquaredError: LossFunction = (output, target) =>
  mean(tf.square(tf.sub(output, like(target, output))))

export const meanAbsoluteError: LossFunction = (output, target) =>
  mean(tf.abs(tf.sub(output, like(target, output))))

/** The mean of `losses`, with a gradient by `scores` that is known without the tape. */
function withGradient(
  scores: tf.Tensor,
  compute: (scores: tf.Tensor) => { readonly losses: tf.Tensor; readonly gradient: tf.Tensor }
): tf.Scalar {
  return tf.customGrad((...args) => {
    const [s, save] = args as unknown as [tf.Tensor, tf.GradSaveFunc]
    const { losses, gradient } = compute(s)
    save([gradient])
    return {
      value: mean(losses),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) =>
        tf.mul(saved[0] as tf.Tensor, tf.div(dy, Math.max(1, losses.size)))
    }
  })(scores)
}

function oneHot(classes: tf.Tensor, depth: number): tf.Tensor {
  return tf.cast(tf.oneHot(tf.cast(classes, 'int32'), depth), 'float32')
}

/** A target of another dtype, or without the last axis of 1, in the form of the output. */
function like(target: tf.Tensor, output: tf.Tensor): tf.Tensor {
  return tf.reshape(tf.cast(target, 'float32'), output.shape)
}

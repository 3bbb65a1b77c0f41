import * as tf from '@tensorflow/tfjs-core'
import type { NoAttributes } from '../../network/program'
import { one, operand } from './operation'

export const softmaxCrossEntropy = one<NoAttributes>(inputs => {
  const logits = operand(inputs, 0)
  const classes = tf.cast(tf.oneHot(operand(inputs, 1), logits.shape.at(-1) ?? 1), 'float32')
  return tf.neg(tf.sum(tf.mul(classes, tf.logSoftmax(logits)), -1))
})

export const sigmoidCrossEntropy = one<NoAttributes>(inputs => {
  const logits = operand(inputs, 0)
  return tf.sub(tf.softplus(logits), tf.mul(logits, operand(inputs, 1)))
})

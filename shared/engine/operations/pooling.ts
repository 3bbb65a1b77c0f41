import * as tf from '@tensorflow/tfjs-core'
import type { PoolAttributes } from '../../network/program'
import { one, operand } from './operation'
import { asImage, asSequence, padSpatial } from './spatial'

/** Less than any number: tfjs cannot pad with −∞ on every backend. */
const LEAST = -3.4028234663852886e38

export const maxPool = one<PoolAttributes>((inputs, { size, strides, padding }) => {
  const x = padSpatial(operand(inputs, 0), padding, LEAST)
  const [a = 1, b = 1, c = 1] = size
  const [s = 1, t = 1, u = 1] = strides
  switch (size.length) {
    case 1:
      return asSequence(tf.maxPool(asImage(x), [1, a], [1, s], 'valid'))
    case 2:
      return tf.maxPool(x as tf.Tensor4D, [a, b], [s, t], 'valid')
    default:
      return tf.maxPool3d(x as tf.Tensor5D, [a, b, c], [s, t, u], 'valid')
  }
})

export const avgPool = one<PoolAttributes>((inputs, { size, strides, padding }) => {
  const x = operand(inputs, 0)
  const mean = (of: tf.Tensor): tf.Tensor => means(of, size, strides)
  if (padding.every(pair => pair.every(n => n === 0))) return mean(x)
  // The share of each window that lies inside.
  const inside = tf.tidy(() => mean(padSpatial(tf.ones([1, ...x.shape.slice(1, -1), 1]), padding)))
  return tf.div(mean(padSpatial(x, padding)), inside)
})

function means(x: tf.Tensor, size: readonly number[], strides: readonly number[]): tf.Tensor {
  const [a = 1, b = 1, c = 1] = size
  const [s = 1, t = 1, u = 1] = strides
  switch (size.length) {
    case 1:
      return asSequence(tf.avgPool(asImage(x), [1, a], [1, s], 'valid'))
    case 2:
      return tf.avgPool(x as tf.Tensor4D, [a, b], [s, t], 'valid')
    default:
      return tf.avgPool3d(x as tf.Tensor5D, [a, b, c], [s, t, u], 'valid')
  }
}

import * as tf from '@tensorflow/tfjs-core'

/** The share of samples whose largest of `[…, classes]` is the class of `target`, `[…]`. */
export function categoricalAccuracy(output: tf.Tensor, target: tf.Tensor): tf.Scalar {
  return tf.tidy(() => {
    const predicted = tf.argMax(output, -1)
    const right = tf.equal(predicted, tf.reshape(tf.cast(target, 'int32'), predicted.shape))
    return tf.mean<tf.Scalar>(tf.cast(right, 'float32'))
  })
}

/** The share of predictions on the right side of `threshold`: 0 for scores, ½ for probabilities. */
export function binaryAccuracy(output: tf.Tensor, target: tf.Tensor, threshold: number): tf.Scalar {
  return tf.tidy(() => {
    const predicted = tf.cast(tf.greater(output, threshold), 'int32')
    const right = tf.equal(predicted, tf.reshape(tf.cast(target, 'int32'), output.shape))
    return tf.mean<tf.Scalar>(tf.cast(right, 'float32'))
  })
}

import * as tf from '@tensorflow/tfjs-core'

/** `tf.unstack`, whose gradient throws for a single part in tfjs 4.22. */
export function unstack(x: tf.Tensor, axis: number): tf.Tensor[] {
  return x.shape[axis] === 1 ? [tf.squeeze(x, [axis])] : tf.unstack(x, axis)
}

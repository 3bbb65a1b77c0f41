import * as tf from '@tensorflow/tfjs-core'
import { layers } from '@tensorflow/tfjs-layers'
import type { Shape } from '@tensorflow/tfjs-layers'
import { masksOf, onlyShape, onlyTensor, type Kwargs } from './support'

/**
 * The mean over time, `[batch, time, features]` → `[batch, features]`, of the steps that the mask lets through, as
 * in Keras; tfjs's counts the padding in. A sample that is padding alone gives zeros (Keras: not a number).
 */
export class BlockpropGlobalAveragePooling1D extends layers.Layer {
  static readonly className = 'BlockpropGlobalAveragePooling1D'

  constructor(config: { readonly name?: string } = {}) {
    super(config)
    this.supportsMasking = true
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: Kwargs): tf.Tensor {
    return tf.tidy(() => {
      const x = onlyTensor(inputs)
      const [mask] = masksOf(kwargs)
      if (!mask) return tf.mean(x, 1)
      const weights = tf.expandDims(tf.cast(mask, 'float32'), -1)
      return tf.div(tf.sum(tf.mul(x, weights), 1), tf.maximum(tf.sum(weights, 1), 1))
    })
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    const shape = onlyShape(inputShape)
    return [shape[0] ?? null, shape[2] ?? null]
  }

  override computeMask(): tf.Tensor[] {
    return [null as unknown as tf.Tensor]
  }
}

tf.serialization.registerClass(BlockpropGlobalAveragePooling1D)

import * as tf from '@tensorflow/tfjs-core'
import { layers } from '@tensorflow/tfjs-layers'
import type { Shape } from '@tensorflow/tfjs-layers'
import { shapesOf } from './support'

/**
 * Layers of several inputs. Their mask is Keras 3's: none unless every input has one, and a step counts where
 * it counts in any of them. tfjs's own merges give a mask with an axis too many.
 */
abstract class Merge extends layers.Layer {
  constructor(config: { readonly name?: string }) {
    super(config)
    this.supportsMasking = true
  }

  override computeMask(_inputs: tf.Tensor | tf.Tensor[], mask?: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const masks: readonly (tf.Tensor | null)[] = Array.isArray(mask) ? mask : [mask ?? null]
    // The declared type knows nothing of absent masks.
    if (masks.some(m => m === null)) return null as unknown as tf.Tensor
    return (masks as readonly tf.Tensor[]).reduce((a, b) => tf.logicalOr(a, b))
  }
}

const listOf = (inputs: tf.Tensor | tf.Tensor[]): tf.Tensor[] => (Array.isArray(inputs) ? inputs : [inputs])

/** The sum of inputs of one shape. */
export class BlockpropAdd extends Merge {
  static readonly className = 'BlockpropAdd'

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => listOf(inputs).reduce((a, b) => tf.add(a, b)))
  }

  override computeOutputShape(shape: Shape | Shape[]): Shape {
    return shapesOf(shape)[0] ?? []
  }
}

/** Inputs side by side along the last axis. */
export class BlockpropConcatenate extends Merge {
  static readonly className = 'BlockpropConcatenate'

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => tf.concat(listOf(inputs), -1))
  }

  override computeOutputShape(shape: Shape | Shape[]): Shape {
    const shapes = shapesOf(shape)
    const last = shapes.reduce((n, s) => n + (s.at(-1) ?? 0), 0)
    return [...(shapes[0]?.slice(0, -1) ?? []), last]
  }
}

tf.serialization.registerClass(BlockpropAdd)
tf.serialization.registerClass(BlockpropConcatenate)

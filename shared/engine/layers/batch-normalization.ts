import * as tf from '@tensorflow/tfjs-core'
import { initializers, layers } from '@tensorflow/tfjs-layers'
import type { LayerVariable, Shape } from '@tensorflow/tfjs-layers'
import { isTraining, knownSize, onlyShape, onlyTensor, type Kwargs } from './support'

export type BatchNormalizationConfig = {
  readonly name?: string
  /** The share of the old moving statistics that a step keeps (PyTorch's is 1 − this). */
  readonly momentum: number
  readonly epsilon: number
  readonly center?: boolean
  readonly scale?: boolean
}

/**
 * Normalises every channel (the last axis) over batch and space. Training uses the batch's mean and its biased
 * variance, and moves the moving ones towards them, as Keras does; inference uses the moving ones. tfjs's own
 * throws in training without scale or centre, and on five axes. A mask passes through and is not regarded.
 */
export class BlockpropBatchNormalization extends layers.Layer {
  static readonly className = 'BlockpropBatchNormalization'
  readonly #config: BatchNormalizationConfig
  #gamma: LayerVariable | null = null
  #beta: LayerVariable | null = null
  #moving: { readonly mean: LayerVariable; readonly variance: LayerVariable } | null = null

  constructor(config: BatchNormalizationConfig) {
    super(config)
    this.#config = config
    this.supportsMasking = true
  }

  override build(inputShape: Shape | Shape[]): void {
    const shape = [knownSize(onlyShape(inputShape), -1)]
    const { center = true, scale = true } = this.#config
    if (scale) this.#gamma = this.addWeight('gamma', shape, 'float32', initializers.ones())
    if (center) this.#beta = this.addWeight('beta', shape, 'float32', initializers.zeros())
    this.#moving = {
      mean: this.addWeight('moving_mean', shape, 'float32', initializers.zeros(), undefined, false),
      variance: this.addWeight('moving_variance', shape, 'float32', initializers.ones(), undefined, false)
    }
    this.built = true
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: Kwargs): tf.Tensor {
    const moving = this.#moving
    if (moving === null) throw new Error('batch normalization was called before it was built')
    return tf.tidy(() => {
      const x = onlyTensor(inputs)
      // A frozen layer normalises by what it has, as in Keras.
      const normal =
        isTraining(kwargs) && this.trainable
          ? this.#normalizeBatch(x, moving.mean, moving.variance)
          : tf.mul(
              tf.sub(x, moving.mean.read()),
              tf.rsqrt(tf.add(moving.variance.read(), this.#config.epsilon))
            )
      const scaled = this.#gamma ? tf.mul(normal, this.#gamma.read()) : normal
      return this.#beta ? tf.add(scaled, this.#beta.read()) : scaled
    })
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { momentum, epsilon, center = true, scale = true } = this.#config
    return { ...super.getConfig(), momentum, epsilon, center, scale }
  }

  /** dx = (dy − mean(dy) − ŷ · mean(dy · ŷ)) / √(variance + ε), means over all axes but the last. */
  #normalizeBatch(x: tf.Tensor, movingMean: LayerVariable, movingVariance: LayerVariable): tf.Tensor {
    const { momentum, epsilon } = this.#config
    const channels = x.shape.at(-1) ?? 1
    const rows = tf.reshape(x, [-1, channels])
    const normal = tf.customGrad((input, save) => {
      const mean = tf.mean(input as tf.Tensor, 0)
      const centred = tf.sub(input as tf.Tensor, mean)
      const variance = tf.mean(tf.square(centred), 0)
      const inverse = tf.rsqrt(tf.add(variance, epsilon))
      const value = tf.mul(centred, inverse)
      const keep = save as tf.GradSaveFunc
      keep([value, inverse])
      move(movingMean, mean, momentum)
      move(movingVariance, variance, momentum)
      return {
        value,
        gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
          const [y, scale] = saved as [tf.Tensor, tf.Tensor]
          const along = tf.mul(y, tf.mean(tf.mul(dy, y), 0))
          return tf.mul(tf.sub(tf.sub(dy, tf.mean(dy, 0)), along), scale)
        }
      }
    })(rows)
    return tf.reshape(normal, x.shape)
  }
}

function move(statistic: LayerVariable, towards: tf.Tensor, momentum: number): void {
  tf.tidy(() => {
    statistic.write(tf.add(tf.mul(statistic.read(), momentum), tf.mul(towards, 1 - momentum)))
  })
}

tf.serialization.registerClass(BlockpropBatchNormalization)

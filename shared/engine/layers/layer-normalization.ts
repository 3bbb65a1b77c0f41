import * as tf from '@tensorflow/tfjs-core'
import { initializers, layers } from '@tensorflow/tfjs-layers'
import type { LayerVariable, Shape } from '@tensorflow/tfjs-layers'
import { knownSize, onlyShape, onlyTensor } from './support'

export type LayerNormalizationConfig = {
  readonly name?: string
  readonly epsilon: number
  readonly center?: boolean
  readonly scale?: boolean
}

/**
 * Normalises the last axis: `(x − mean) / √(variance + ε) · gamma + beta`. tfjs's own is right, but tiles the mean,
 * variance, gamma and beta to the size of the input and leaves the gradient to a dozen operations.
 */
export class BlockpropLayerNormalization extends layers.Layer {
  static readonly className = 'BlockpropLayerNormalization'
  readonly #config: LayerNormalizationConfig
  #gamma: LayerVariable | null = null
  #beta: LayerVariable | null = null

  constructor(config: LayerNormalizationConfig) {
    super(config)
    this.#config = config
    this.supportsMasking = true
  }

  override build(inputShape: Shape | Shape[]): void {
    const size = knownSize(onlyShape(inputShape), -1)
    const { center = true, scale = true } = this.#config
    if (scale) this.#gamma = this.addWeight('gamma', [size], 'float32', initializers.ones())
    if (center) this.#beta = this.addWeight('beta', [size], 'float32', initializers.zeros())
    this.built = true
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const normal = normalize(onlyTensor(inputs), this.#config.epsilon)
      const scaled = this.#gamma ? tf.mul(normal, this.#gamma.read()) : normal
      return this.#beta ? tf.add(scaled, this.#beta.read()) : scaled
    })
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { epsilon, center = true, scale = true } = this.#config
    return { ...super.getConfig(), epsilon, center, scale }
  }
}

/** dx = (dy − mean(dy) − ŷ · mean(dy · ŷ)) / √(variance + ε), means over the last axis. */
function normalize(x: tf.Tensor, epsilon: number): tf.Tensor {
  return tf.customGrad((input, save) => {
    const centred = tf.sub(input as tf.Tensor, tf.mean(input as tf.Tensor, -1, true))
    const inverse = tf.rsqrt(tf.add(tf.mean(tf.square(centred), -1, true), epsilon))
    const value = tf.mul(centred, inverse)
    const keep = save as tf.GradSaveFunc
    keep([value, inverse])
    return {
      value,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [y, scale] = saved as [tf.Tensor, tf.Tensor]
        const along = tf.mul(y, tf.mean(tf.mul(dy, y), -1, true))
        return tf.mul(tf.sub(tf.sub(dy, tf.mean(dy, -1, true)), along), scale)
      }
    }
  })(x)
}

tf.serialization.registerClass(BlockpropLayerNormalization)

import * as tf from '@tensorflow/tfjs-core'
import { initializers, layers } from '@tensorflow/tfjs-layers'
import type { LayerVariable, Shape } from '@tensorflow/tfjs-layers'
import { lstmScan } from '../lstm-scan'
import { knownSize, masksOf, onlyShape, onlyTensor, type Kwargs } from './support'

export type LstmConfig = {
  readonly name?: string
  readonly units: number
  readonly returnSequences: boolean
  /** Reads from the last step to the first, and gives its outputs in that order, as Keras does. */
  readonly goBackwards?: boolean
  readonly useBias?: boolean
}

/**
 * A long short-term memory, `[batch, time, features]` → `[batch, time, units]` or `[batch, units]`, with sigmoid
 * gates; weights have the shapes and order of Keras (kernel, recurrent kernel, bias; gates i, f, c, o). tfjs's own
 * is right with a sigmoid recurrent activation, but makes a product by the kernel at every step and leaves the
 * gradient to the tape.
 */
export class BlockpropLSTM extends layers.Layer {
  static readonly className = 'BlockpropLSTM'
  readonly #config: LstmConfig
  #weights: {
    readonly kernel: LayerVariable
    readonly recurrent: LayerVariable
    readonly bias: LayerVariable | null
  } | null = null

  constructor(config: LstmConfig) {
    super(config)
    this.#config = config
    this.supportsMasking = true
  }

  override build(inputShape: Shape | Shape[]): void {
    const features = knownSize(onlyShape(inputShape), -1)
    const { units, useBias = true } = this.#config
    this.#weights = {
      kernel: this.addWeight('kernel', [features, 4 * units], 'float32', initializers.zeros()),
      recurrent: this.addWeight('recurrent_kernel', [units, 4 * units], 'float32', initializers.zeros()),
      bias: useBias ? this.addWeight('bias', [4 * units], 'float32', initializers.zeros()) : null
    }
    this.built = true
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: Kwargs): tf.Tensor {
    const weights = this.#weights
    if (weights === null) throw new Error('the LSTM was called before it was built')
    const { units, returnSequences, goBackwards = false } = this.#config
    return tf.tidy(() => {
      const x = onlyTensor(inputs) as tf.Tensor3D
      const [batch, time, features] = x.shape
      const ordered = timeFirst(x, goBackwards)
      const rows = tf.matMul(tf.reshape<tf.Rank.R2>(ordered, [time * batch, features]), weights.kernel.read())
      const given = weights.bias ? tf.add(rows, weights.bias.read()) : rows
      const [mask] = masksOf(kwargs)
      const hidden = lstmScan(
        tf.reshape(given, [time, batch, 4 * units]),
        weights.recurrent.read() as tf.Tensor2D,
        mask ? timeFirst(tf.expandDims<tf.Tensor3D>(tf.cast(mask, 'float32'), -1), goBackwards) : null
      )
      return returnSequences
        ? tf.transpose(hidden, [1, 0, 2])
        : tf.reshape(tf.slice(hidden, [time - 1, 0, 0], [1, -1, -1]), [batch, units])
    })
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    const [batch = null, time = null] = onlyShape(inputShape)
    const { units, returnSequences } = this.#config
    return returnSequences ? [batch, time, units] : [batch, units]
  }

  override computeMask(_: tf.Tensor | tf.Tensor[], mask?: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const [given] = masksOf({ mask })
    return (this.#config.returnSequences ? (given ?? null) : null) as tf.Tensor
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { units, returnSequences, goBackwards = false, useBias = true } = this.#config
    return { ...super.getConfig(), units, returnSequences, goBackwards, useBias }
  }
}

function timeFirst(x: tf.Tensor3D, backwards: boolean): tf.Tensor3D {
  const turned = tf.transpose(x, [1, 0, 2])
  return backwards ? tf.reverse(turned, 0) : turned
}

tf.serialization.registerClass(BlockpropLSTM)

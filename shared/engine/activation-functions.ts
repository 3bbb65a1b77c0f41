import * as tf from '@tensorflow/tfjs-core'

/** What some activations take beside their input. */
export interface ActivationParams {
  /** leakyRelu: the slope below zero. */
  readonly slope?: number
  /** elu: the size of the drop below zero. */
  readonly alpha?: number
}

type Apply = (x: tf.Tensor, params: ActivationParams) => tf.Tensor

/** Every activation as PyTorch and Keras 3 define it; those of tfjs-layers differ or are missing. */
export const activationFunctions = {
  linear: x => x,
  relu: x => tf.relu(x),
  relu6: x => tf.relu6(x),
  leakyRelu: (x, { slope = 0.01 }) => tf.leakyRelu(x, slope),
  elu: (x, { alpha = 1 }) =>
    alpha === 1 ? tf.elu(x) : tf.add(tf.relu(x), tf.mul(tf.expm1(tf.minimum(x, 0)), alpha)),
  selu: x => tf.selu(x),
  gelu: x => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1)),
  geluTanh: x => {
    const inner = tf.mul(tf.add(x, tf.mul(tf.mul(tf.square(x), x), 0.044715)), Math.sqrt(2 / Math.PI))
    return tf.mul(tf.mul(x, 0.5), tf.add(tf.tanh(inner), 1))
  },
  silu: x => tf.mul(x, tf.sigmoid(x)),
  mish: x => tf.mul(x, tf.tanh(tf.softplus(x))),
  softplus: x => tf.softplus(x),
  softsign: x => tf.div(x, tf.add(tf.abs(x), 1)),
  exponential: x => tf.exp(x),
  sigmoid: x => tf.sigmoid(x),
  /** Keras 3 and PyTorch: relu6(x + 3) / 6; the one of tfjs-layers is 0.2 x + 0.5, clipped. */
  hardSigmoid: x => tf.div(tf.relu6(tf.add(x, 3)), 6),
  tanh: x => tf.tanh(x),
  softmax: x => tf.softmax(x),
  logSoftmax: x => tf.logSoftmax(x)
} as const satisfies Record<string, Apply>

export type ActivationName = keyof typeof activationFunctions

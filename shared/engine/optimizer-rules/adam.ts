import * as tf from '@tensorflow/tfjs-core'
import { empty, type UpdateRule } from './rule'

/** Kingma & Ba 2015, algorithm 1; epsilon after the correction of the bias, as there and in PyTorch. */
export function adam(beta1: number, beta2: number, epsilon: number): UpdateRule {
  return {
    slots: 2,
    inPlace: (w, g, [m = empty, v = empty], rate, step) => {
      const size = rate / (1 - beta1 ** step)
      const correction = 1 / Math.sqrt(1 - beta2 ** step)
      for (let i = 0; i < w.length; i++) {
        const gradient = g[i] ?? 0
        const first = beta1 * (m[i] ?? 0) + (1 - beta1) * gradient
        const second = beta2 * (v[i] ?? 0) + (1 - beta2) * gradient * gradient
        m[i] = first
        v[i] = second
        w[i] = (w[i] ?? 0) - (size * first) / (Math.sqrt(second) * correction + epsilon)
      }
    },
    operations: (w, g, [m = tf.zerosLike(w), v = tf.zerosLike(w)], rate, step) => {
      const first = tf.add(tf.mul(m, beta1), tf.mul(g, 1 - beta1))
      const second = tf.add(tf.mul(v, beta2), tf.mul(tf.square(g), 1 - beta2))
      const root = tf.add(tf.mul(tf.sqrt(second), 1 / Math.sqrt(1 - beta2 ** step)), epsilon)
      return [tf.sub(w, tf.div(tf.mul(first, rate / (1 - beta1 ** step)), root)), first, second]
    }
  }
}

/** Loshchilov & Hutter 2019: each step first shrinks the weights by η λ, then is one of Adam. */
export function adamW(beta1: number, beta2: number, epsilon: number, decay: number): UpdateRule {
  const { slots, inPlace, operations } = adam(beta1, beta2, epsilon)
  return {
    slots,
    inPlace: (w, g, state, rate, step) => {
      for (let i = 0; i < w.length; i++) w[i] = (w[i] ?? 0) * (1 - rate * decay)
      inPlace(w, g, state, rate, step)
    },
    operations: (w, g, state, rate, step) => operations(tf.mul(w, 1 - rate * decay), g, state, rate, step)
  }
}

/** Kingma & Ba 2015, algorithm 2: the largest gradient of late, fading, in place of a mean of squares; ε as PyTorch. */
export function adamax(beta1: number, beta2: number, epsilon: number): UpdateRule {
  return {
    slots: 2,
    inPlace: (w, g, [m = empty, u = empty], rate, step) => {
      const size = rate / (1 - beta1 ** step)
      for (let i = 0; i < w.length; i++) {
        const gradient = g[i] ?? 0
        const first = beta1 * (m[i] ?? 0) + (1 - beta1) * gradient
        const largest = Math.max(beta2 * (u[i] ?? 0), Math.abs(gradient) + epsilon)
        m[i] = first
        u[i] = largest
        w[i] = (w[i] ?? 0) - (size * first) / largest
      }
    },
    operations: (w, g, [m = tf.zerosLike(w), u = tf.zerosLike(w)], rate, step) => {
      const first = tf.add(tf.mul(m, beta1), tf.mul(g, 1 - beta1))
      const largest = tf.maximum(tf.mul(u, beta2), tf.add(tf.abs(g), epsilon))
      return [tf.sub(w, tf.div(tf.mul(first, rate / (1 - beta1 ** step)), largest)), first, largest]
    }
  }
}

/** Dozat 2016: Adam that looks ahead along its momentum, which grows by 1 − ½ · 0.96^t, as in Keras. */
export function nadam(beta1: number, beta2: number, epsilon: number): UpdateRule {
  const momentumAt = (step: number): number => beta1 * (1 - 0.5 * 0.96 ** step)
  const products = [1]
  /** Of the momenta up to a step. */
  const productAt = (step: number): number => {
    for (let t = products.length; t <= step; t++) products.push((products[t - 1] ?? 1) * momentumAt(t))
    return products[step] ?? 1
  }
  /** How much the gradient and the running mean count. */
  const shares = (rate: number, step: number): readonly [gradient: number, mean: number] => [
    (rate * (1 - momentumAt(step))) / (1 - productAt(step)),
    (rate * momentumAt(step + 1)) / (1 - productAt(step + 1))
  ]
  return {
    slots: 2,
    inPlace: (w, g, [m = empty, v = empty], rate, step) => {
      const [ofGradient, ofMean] = shares(rate, step)
      const correction = 1 / Math.sqrt(1 - beta2 ** step)
      for (let i = 0; i < w.length; i++) {
        const gradient = g[i] ?? 0
        const first = beta1 * (m[i] ?? 0) + (1 - beta1) * gradient
        const second = beta2 * (v[i] ?? 0) + (1 - beta2) * gradient * gradient
        m[i] = first
        v[i] = second
        const ahead = ofGradient * gradient + ofMean * first
        w[i] = (w[i] ?? 0) - ahead / (Math.sqrt(second) * correction + epsilon)
      }
    },
    operations: (w, g, [m = tf.zerosLike(w), v = tf.zerosLike(w)], rate, step) => {
      const [ofGradient, ofMean] = shares(rate, step)
      const first = tf.add(tf.mul(m, beta1), tf.mul(g, 1 - beta1))
      const second = tf.add(tf.mul(v, beta2), tf.mul(tf.square(g), 1 - beta2))
      const root = tf.add(tf.mul(tf.sqrt(second), 1 / Math.sqrt(1 - beta2 ** step)), epsilon)
      const ahead = tf.add(tf.mul(g, ofGradient), tf.mul(first, ofMean))
      return [tf.sub(w, tf.div(ahead, root)), first, second]
    }
  }
}

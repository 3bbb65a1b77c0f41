import * as tf from '@tensorflow/tfjs-core'
import type { OptimizerId } from '../training/optimizers'

interface Settings {
  readonly sgd: { readonly momentum?: number; readonly nesterov?: boolean }
  readonly adam: { readonly beta1?: number; readonly beta2?: number; readonly epsilon?: number }
  readonly rmsprop: { readonly rho?: number; readonly epsilon?: number }
}

/** An optimizer and its settings; one that has no rule here does not compile. */
export type OptimizerSpec = {
  readonly [K in OptimizerId]: { readonly type: K; readonly learningRate: number } & Settings[K]
}[OptimizerId]

/** How one weight moves: once over plain memory, where it can be reached, and once in operations, for a GPU. */
export interface UpdateRule {
  /** How many running values a weight has beside it. */
  readonly slots: number
  /** Changes `weights` and `slots` in place; `step` counts from 1. */
  readonly inPlace: (
    weights: Float32Array,
    gradient: Float32Array,
    slots: readonly Float32Array[],
    learningRate: number,
    step: number
  ) => void
  /** The new weights and slots. */
  readonly operations: (
    weights: tf.Tensor,
    gradient: tf.Tensor,
    slots: readonly tf.Tensor[],
    learningRate: number,
    step: number
  ) => readonly [tf.Tensor, ...tf.Tensor[]]
}

export function ruleOf(spec: OptimizerSpec): UpdateRule {
  switch (spec.type) {
    case 'sgd':
      return (spec.momentum ?? 0) === 0 ? plain : momentum(spec.momentum ?? 0, spec.nesterov ?? false)
    case 'adam':
      return adam(spec.beta1 ?? 0.9, spec.beta2 ?? 0.999, spec.epsilon ?? 1e-7)
    case 'rmsprop':
      return rmsprop(spec.rho ?? 0.9, spec.epsilon ?? 1e-7)
  }
}

const empty = new Float32Array(0)

/** w ← w − η g */
const plain: UpdateRule = {
  slots: 0,
  inPlace: (w, g, _, rate) => {
    for (let i = 0; i < w.length; i++) w[i] = (w[i] ?? 0) - rate * (g[i] ?? 0)
  },
  operations: (w, g, _, rate) => [tf.sub(w, tf.mul(g, rate))]
}

/** v ← μ v + g; w ← w − η v, or with Nesterov w − η (g + μ v): PyTorch's form. */
function momentum(mu: number, nesterov: boolean): UpdateRule {
  return {
    slots: 1,
    inPlace: (w, g, [v = empty], rate) => {
      for (let i = 0; i < w.length; i++) {
        const gradient = g[i] ?? 0
        const next = mu * (v[i] ?? 0) + gradient
        v[i] = next
        w[i] = (w[i] ?? 0) - rate * (nesterov ? gradient + mu * next : next)
      }
    },
    operations: (w, g, [v = tf.zerosLike(w)], rate) => {
      const next = tf.add(tf.mul(v, mu), g)
      return [tf.sub(w, tf.mul(nesterov ? tf.add(g, tf.mul(next, mu)) : next, rate)), next]
    }
  }
}

/** Kingma & Ba 2015, algorithm 1; epsilon after the correction of the bias, as there and in PyTorch. */
function adam(beta1: number, beta2: number, epsilon: number): UpdateRule {
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

/** Hinton's lecture 6e: s ← ρ s + (1 − ρ) g²; w ← w − η g / (√s + ε), epsilon outside the root as in PyTorch. */
function rmsprop(rho: number, epsilon: number): UpdateRule {
  return {
    slots: 1,
    inPlace: (w, g, [s = empty], rate) => {
      for (let i = 0; i < w.length; i++) {
        const gradient = g[i] ?? 0
        const next = rho * (s[i] ?? 0) + (1 - rho) * gradient * gradient
        s[i] = next
        w[i] = (w[i] ?? 0) - (rate * gradient) / (Math.sqrt(next) + epsilon)
      }
    },
    operations: (w, g, [s = tf.zerosLike(w)], rate) => {
      const next = tf.add(tf.mul(s, rho), tf.mul(tf.square(g), 1 - rho))
      return [tf.sub(w, tf.div(tf.mul(g, rate), tf.add(tf.sqrt(next), epsilon))), next]
    }
  }
}

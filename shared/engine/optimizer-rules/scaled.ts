import * as tf from '@tensorflow/tfjs-core'
import { empty, type UpdateRule } from './rule'

// Each divides by how large the gradients of a weight have been.

/** Hinton's lecture 6e: s ← ρ s + (1 − ρ) g²; w ← w − η g / (√s + ε), epsilon outside the root as in PyTorch. */
export function rmsprop(rho: number, epsilon: number): UpdateRule {
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

/** Duchi, Hazan & Singer 2011: s ← s + g², from `start` on; w ← w − η g / (√s + ε), as PyTorch has it. */
export function adagrad(start: number, epsilon: number): UpdateRule {
  return {
    slots: 1,
    // The slot, which begins with zeros, holds what was added to the start.
    inPlace: (w, g, [s = empty], rate) => {
      for (let i = 0; i < w.length; i++) {
        const gradient = g[i] ?? 0
        const next = (s[i] ?? 0) + gradient * gradient
        s[i] = next
        w[i] = (w[i] ?? 0) - (rate * gradient) / (Math.sqrt(start + next) + epsilon)
      }
    },
    operations: (w, g, [s = tf.zerosLike(w)], rate) => {
      const next = tf.add(s, tf.square(g))
      return [tf.sub(w, tf.div(tf.mul(g, rate), tf.add(tf.sqrt(tf.add(next, start)), epsilon))), next]
    }
  }
}

/** Zeiler 2012, algorithm 1: d = g √(a + ε) / √(s + ε), with running means s of g² and a of d²; w ← w − η d. */
export function adadelta(rho: number, epsilon: number): UpdateRule {
  return {
    slots: 2,
    inPlace: (w, g, [s = empty, a = empty], rate) => {
      for (let i = 0; i < w.length; i++) {
        const gradient = g[i] ?? 0
        const next = rho * (s[i] ?? 0) + (1 - rho) * gradient * gradient
        const moved = (gradient * Math.sqrt((a[i] ?? 0) + epsilon)) / Math.sqrt(next + epsilon)
        s[i] = next
        a[i] = rho * (a[i] ?? 0) + (1 - rho) * moved * moved
        w[i] = (w[i] ?? 0) - rate * moved
      }
    },
    operations: (w, g, [s = tf.zerosLike(w), a = tf.zerosLike(w)], rate) => {
      const next = tf.add(tf.mul(s, rho), tf.mul(tf.square(g), 1 - rho))
      const ratio = tf.div(tf.sqrt(tf.add(a, epsilon)), tf.sqrt(tf.add(next, epsilon)))
      const moved = tf.mul(g, ratio)
      const deltas = tf.add(tf.mul(a, rho), tf.mul(tf.square(moved), 1 - rho))
      return [tf.sub(w, tf.mul(moved, rate)), next, deltas]
    }
  }
}

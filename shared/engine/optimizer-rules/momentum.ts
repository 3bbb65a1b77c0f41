import * as tf from '@tensorflow/tfjs-core'
import { empty, type UpdateRule } from './rule'

/** w ← w − η g */
export const plain: UpdateRule = {
  slots: 0,
  inPlace: (w, g, _, rate) => {
    for (let i = 0; i < w.length; i++) w[i] = (w[i] ?? 0) - rate * (g[i] ?? 0)
  },
  operations: (w, g, _, rate) => [tf.sub(w, tf.mul(g, rate))]
}

/** v ← μ v + g; w ← w − η v, or with Nesterov w − η (g + μ v): PyTorch's form. */
export function momentum(mu: number, nesterov: boolean): UpdateRule {
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

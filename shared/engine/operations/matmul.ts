import * as tf from '@tensorflow/tfjs-core'
import type { Attributes } from '../../network/program'
import { one, operand } from './operation'

export const matmul = one<Attributes['matmul']>((inputs, { transposeA, transposeB }) => {
  const [a, b] = [operand(inputs, 0), operand(inputs, 1)]
  // Many rows by one matrix are one product.
  if (b.rank === 2 && a.rank > 2 && !transposeA) {
    const flat = tf.reshape(a, [-1, a.shape.at(-1) ?? 1])
    const made = tf.matMul(flat, b, false, transposeB)
    return tf.reshape(made, [...a.shape.slice(0, -1), made.shape.at(-1) ?? 1])
  }
  // The gradient of tfjs's does not add up over axes that were broadcast.
  const front = tf.broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2))
  const wide = (x: tf.Tensor): tf.Tensor =>
    tf.util.arraysEqual(x.shape.slice(0, -2), front) ? x : tf.broadcastTo(x, [...front, ...x.shape.slice(-2)])
  return tf.matMul(wide(a), wide(b), transposeA, transposeB)
})

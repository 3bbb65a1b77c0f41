import * as tf from '@tensorflow/tfjs-core'
import { sharesAlong } from '../../network/operations/resize'
import type { ResizeAttributes } from '../../network/program'
import { one, operand } from './operation'

/** Axis by axis; tfjs's own resizes images alone, and its gradient forgets half-pixel centres on some backends. */
export const resize = one<ResizeAttributes>((inputs, { size, method }) =>
  size.reduce((x, to, i) => along(x, i + 1, to, method), operand(inputs, 0))
)

function along(x: tf.Tensor, axis: number, to: number, method: ResizeAttributes['method']): tf.Tensor {
  const from = x.shape[axis] ?? 1
  if (from === to) return x
  const [front, back] = [x.shape.slice(0, axis), x.shape.slice(axis + 1)]
  const rows = tf.util.sizeFromShape(front)
  const columns = tf.util.sizeFromShape(back)
  if (method === 'nearest' && to % from === 0) {
    const each = tf.reshape(x, [rows, from, 1, columns])
    return tf.reshape(tf.broadcastTo(each, [rows, from, to / from, columns]), [...front, to, ...back])
  }
  const shares = new Float32Array(to * from)
  for (let i = 0; i < to; i++)
    for (const { position, weight } of sharesAlong(i, from, to, method)) shares[i * from + position] = weight
  const mixed = tf.matMul(
    tf.broadcastTo(tf.tensor(shares, [1, to, from]), [rows, to, from]),
    tf.reshape<tf.Rank.R3>(x, [rows, from, columns])
  )
  return tf.reshape(mixed, [...front, to, ...back])
}

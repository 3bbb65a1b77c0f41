/** What operations over 1 to 3 spatial axes share. Arrays are `[batch, ...spatial, channels]`. */
import * as tf from '@tensorflow/tfjs-core'
import type { Pair } from '../../network/program'

/** Zeros, or `value`, around the spatial axes; a negative padding cuts off. */
export function padSpatial(x: tf.Tensor, pairs: readonly Pair[], value = 0): tf.Tensor {
  const added = pairs.map(([before, after]): [number, number] => [Math.max(before, 0), Math.max(after, 0)])
  const wide = added.some(pair => pair.some(n => n > 0)) ? tf.pad(x, [[0, 0], ...added, [0, 0]], value) : x
  if (pairs.every(pair => pair.every(n => n >= 0))) return wide
  const begin = pairs.map(([before]) => Math.max(-before, 0))
  const size = pairs.map(
    ([, after], axis) => (wide.shape[axis + 1] ?? 0) - (begin[axis] ?? 0) - Math.max(-after, 0)
  )
  return tf.slice(wide, [0, ...begin, 0], [-1, ...size, -1])
}

/** A sequence as an image of height 1. */
export function asImage(x: tf.Tensor): tf.Tensor4D {
  return tf.expandDims(x, 1)
}

export function asSequence(x: tf.Tensor): tf.Tensor {
  return tf.squeeze(x, [1])
}

/** `gap` zeros between any two entries along `axis`. */
export function spread(x: tf.Tensor, axis: number, gap: number): tf.Tensor {
  const length = x.shape[axis] ?? 1
  if (gap === 0 || length === 1) return x
  const [front, back] = [x.shape.slice(0, axis), x.shape.slice(axis + 1)]
  const size = (shape: readonly number[]): number => shape.reduce((n, d) => n * d, 1)
  const each = tf.reshape<tf.Rank.R4>(x, [size(front), length, 1, size(back)])
  const apart = tf.pad(each, [
    [0, 0],
    [0, 0],
    [0, gap],
    [0, 0]
  ])
  const joined = tf.reshape<tf.Rank.R3>(apart, [size(front), length * (gap + 1), size(back)])
  const reach = (length - 1) * (gap + 1) + 1
  return tf.reshape(tf.slice(joined, [0, 0, 0], [-1, reach, -1]), [...front, reach, ...back])
}

import * as tf from '@tensorflow/tfjs-core'
import { normals, uniforms } from '../../network/philox'
import type { Attributes, DrawAttributes } from '../../network/program'
import { one } from './operation'

// Drawn outside of the backend, so that all backends draw the same.

export const uniform = one<DrawAttributes>((_, { shape, stream }, { seed, step, time }) =>
  tf.tensor(uniforms(seed, step, stream, tf.util.sizeFromShape([...shape]), time), [...shape])
)

export const normal = one<DrawAttributes>((_, { shape, stream }, { seed, step, time }) => {
  const size = tf.util.sizeFromShape([...shape])
  return tf.tensor(Float32Array.from(normals(seed, step, stream, size, time).subarray(0, size)), [...shape])
})

export const bernoulli = one<Attributes['bernoulli']>((_, { shape, stream, probability }, context) => {
  const drawn = uniforms(context.seed, context.step, stream, tf.util.sizeFromShape([...shape]), context.time)
  for (let i = 0; i < drawn.length; i++) drawn[i] = (drawn[i] ?? 1) < probability ? 1 : 0
  return tf.tensor(drawn, [...shape])
})

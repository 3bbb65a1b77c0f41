import * as tf from '@tensorflow/tfjs-core'
import type { ReductionAttributes } from '../../network/program'
import { one, operand, type TfjsOperation } from './operation'

const reduction = (
  f: (x: tf.Tensor, axes: number[], keepDims: boolean) => tf.Tensor
): TfjsOperation<ReductionAttributes> =>
  one((inputs, { axes, keepDims }) => f(operand(inputs, 0), [...axes], keepDims))

export const sum = reduction(tf.sum)
export const mean = reduction(tf.mean)
export const maxOf = reduction(tf.max)

/** tfjs has it for the last axis alone. */
const alongAxis = (f: (x: tf.Tensor) => tf.Tensor): TfjsOperation<{ readonly axis: number }> =>
  one((inputs, { axis }) => {
    const x = operand(inputs, 0)
    const last = x.rank - 1
    if (axis === last) return f(x)
    const order = x.shape.map((_, i) => (i === axis ? last : i === last ? axis : i))
    return tf.transpose(f(tf.transpose(x, order)), order)
  })

export const softmax = alongAxis(x => tf.softmax(x))
export const logSoftmax = alongAxis(x => tf.logSoftmax(x))

import * as tf from '@tensorflow/tfjs-core'
import type { ConstantAttributes, NoAttributes } from '../../network/program'
import { one, operand } from './operation'

export const constant = one<ConstantAttributes>((_, { shape, dtype, data }) =>
  tf.tensor([...data], [...shape], dtype)
)

export const gather = one<NoAttributes>(inputs => tf.gather(operand(inputs, 0), operand(inputs, 1)))

export const oneHot = one<{ readonly depth: number }>((inputs, { depth }) =>
  tf.cast(tf.oneHot(operand(inputs, 0), depth), 'float32')
)

import * as tf from '@tensorflow/tfjs-core'
import type { DType } from '../../blocks/tensor-type'
import type { BinaryName, NoAttributes, UnaryName } from '../../network/program'
import { one, operand, type TfjsOperation } from './operation'

export const unaryInTfjs: Readonly<Record<UnaryName, (x: tf.Tensor) => tf.Tensor>> = {
  neg: tf.neg,
  abs: tf.abs,
  sign: tf.sign,
  exp: tf.exp,
  log: tf.log,
  sqrt: tf.sqrt,
  rsqrt: tf.rsqrt,
  reciprocal: tf.reciprocal,
  tanh: tf.tanh,
  sigmoid: tf.sigmoid,
  erf: tf.erf,
  softplus: tf.softplus,
  relu: tf.relu,
  sin: tf.sin,
  cos: tf.cos
}

export const binaryInTfjs: Readonly<Record<BinaryName, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor>> = {
  add: tf.add,
  sub: tf.sub,
  mul: tf.mul,
  div: tf.div,
  max: alike(tf.maximum),
  min: alike(tf.minimum),
  pow: tf.pow,
  less: flat((a, b) => tf.cast(tf.less(a, b), 'int32')),
  equal: flat((a, b) => tf.cast(tf.equal(a, b), 'int32'))
}

function mapped<K extends string>(
  table: Readonly<Record<K, (...operands: tf.Tensor[]) => tf.Tensor>>
): Readonly<Record<K, TfjsOperation<NoAttributes>>> {
  const entries = Object.entries<(...operands: tf.Tensor[]) => tf.Tensor>(table)
  return Object.fromEntries(entries.map(([op, f]) => [op, one(inputs => f(...inputs))])) as Record<
    K,
    TfjsOperation<NoAttributes>
  >
}

export const unaryOperations = mapped(
  unaryInTfjs as Record<UnaryName, (...operands: tf.Tensor[]) => tf.Tensor>
)
export const binaryOperations = mapped(
  binaryInTfjs as Record<BinaryName, (...operands: tf.Tensor[]) => tf.Tensor>
)

export const cast = one<{ readonly dtype: DType }>((inputs, { dtype }) => {
  const x = operand(inputs, 0)
  if (x.dtype === dtype) return tf.clone(x)
  return dtype === 'int32' ? whole(x) : tf.cast(x, dtype)
})

/** tfjs would hand the gradient on through whole numbers. */
const whole = (x: tf.Tensor): tf.Tensor => flat(a => tf.cast(a, 'int32'))(x, x)

export const select = one<NoAttributes>(inputs => {
  const [condition, a, b] = inputs as [tf.Tensor, tf.Tensor, tf.Tensor]
  const shape = commonShape([condition, a, b])
  return tf.where(wide(tf.cast(condition, 'bool'), shape), wide(a, shape), wide(b, shape))
})

type Binary = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor

/** For what has no gradient in tfjs where its operands are broadcast. */
function alike(f: Binary): Binary {
  return (a, b) => {
    const shape = commonShape([a, b])
    return f(wide(a, shape), wide(b, shape))
  }
}

/** For what has no slope: its gradient is 0. */
function flat(f: Binary): Binary {
  return tf.customGrad((a, b, save) => {
    const [x, y, keep] = [a as tf.Tensor, b as tf.Tensor, save as tf.GradSaveFunc]
    keep([x, y])
    return {
      value: f(x, y),
      gradFunc: (_: tf.Tensor, saved: tf.Tensor[]) => saved.map(of => tf.zerosLike(of))
    }
  })
}

function commonShape(tensors: readonly tf.Tensor[]): number[] {
  return tensors.reduce<number[]>(
    (shape, x) => tf.broadcast_util.assertAndGetBroadcastShape(shape, x.shape),
    []
  )
}

function wide(x: tf.Tensor, shape: number[]): tf.Tensor {
  return tf.util.arraysEqual(x.shape, shape) ? x : tf.broadcastTo(x, shape)
}

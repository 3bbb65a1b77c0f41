import type { Attributes, OpName } from '../program'
import { binaryOperations, cast, select, unaryOperations } from './elementwise'
import { constant, gather, oneHot } from './lookup'
import { sigmoidCrossEntropy, softmaxCrossEntropy } from './losses'
import type { Operation } from './operation'
import { avgPool, maxPool } from './pooling'
import { conv, convTranspose, matmul } from './products'
import { bernoulli, normal, uniform } from './random'
import { maxOf, mean, sum } from './reductions'
import { resize } from './resize'
import { scan } from './scan'
import { broadcast, concat, pad, reshape, reverse, slice, transpose } from './shape'
import { logSoftmax, softmax } from './softmax'

/** Every operation by its name; the compiler names one that is missing. */
export const operations: { readonly [K in OpName]: Operation<Attributes[K]> } = {
  ...unaryOperations,
  ...binaryOperations,
  select,
  cast,
  constant,
  matmul,
  conv,
  convTranspose,
  maxPool,
  avgPool,
  resize,
  sum,
  mean,
  maxOf,
  softmax,
  logSoftmax,
  reshape,
  transpose,
  concat,
  slice,
  pad,
  reverse,
  broadcast,
  gather,
  oneHot,
  bernoulli,
  normal,
  uniform,
  scan,
  softmaxCrossEntropy,
  sigmoidCrossEntropy
}

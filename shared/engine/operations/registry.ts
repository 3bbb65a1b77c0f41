import type { Attributes, OpName } from '../../network/program'
import { conv, convTranspose } from './conv'
import { binaryOperations, cast, select, unaryOperations } from './elementwise'
import { constant, gather, oneHot } from './lookup'
import { sigmoidCrossEntropy, softmaxCrossEntropy } from './losses'
import { matmul } from './matmul'
import type { TfjsOperation } from './operation'
import { avgPool, maxPool } from './pooling'
import { bernoulli, normal, uniform } from './random'
import { logSoftmax, maxOf, mean, softmax, sum } from './reductions'
import { resize } from './resize'
import { scan } from './scan'
import { broadcast, concat, pad, reshape, reverse, slice, transpose } from './shape'

/** Every operation in tfjs; the compiler names one that is missing. */
export const tfjsOperations: { readonly [K in OpName]: TfjsOperation<Attributes[K]> } = {
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

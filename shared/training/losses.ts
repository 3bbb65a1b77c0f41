import { call, type PyExpr, type PyValue } from '../codegen/python/expr'
import { F, keras, nn, torch } from '../codegen/python/modules'
import type { OpsBuilder } from '../network/builder'
import type { Value } from '../network/program'
import type { Dim } from '../blocks/tensor-type'

/** What turns scores into what a person reads: class probabilities, one probability, or nothing. */
export type Head = 'softmax' | 'sigmoid' | 'none'

/** A target field, as far as a loss must know it. */
export interface TargetField {
  readonly kind: 'category' | 'number'
  /** How many classes, or how many numbers. */
  readonly size: number
}

interface Loss {
  readonly label: string
  /** The last activation that fits; its scores go to the loss without it. */
  readonly head: Head
  /** What its target must be. */
  readonly target: TargetField['kind']
  /** The shape that its output must have for a target. */
  readonly shape: (target: TargetField) => readonly Dim[]
  readonly metric: 'accuracy' | 'meanAbsoluteError'
  /** Mean over the batch. `fromScores`: the head was left out of the graph. */
  readonly ops: (b: OpsBuilder, output: Value, target: Value, fromScores: boolean) => Value
  readonly keras: (fromScores: boolean) => PyExpr
  /** What `compile(metrics=[…])` is given. */
  readonly kerasMetric: (fromScores: boolean) => PyValue
  /** A module called on output and target. */
  readonly pytorch: (fromScores: boolean) => PyExpr
}

/** Probabilities are kept this far from 0 and 1 before a logarithm, as Keras does. */
export const EPSILON = 1e-7

const mean = (b: OpsBuilder, perSample: Value): Value =>
  b.mean(
    perSample,
    perSample.shape.map((_, i) => i)
  )
const log = (b: OpsBuilder, p: Value): Value => b.log(b.max(b.min(p, 1 - EPSILON), EPSILON))

export const LOSSES = {
  crossEntropy: {
    label: 'Cross-entropy',
    head: 'softmax',
    target: 'category',
    shape: target => [target.size],
    metric: 'accuracy',
    ops: (b, output, target, fromScores) => {
      if (fromScores) return mean(b, b.softmaxCrossEntropy(output, target))
      const classes = output.shape.at(-1) ?? 1
      return b.neg(mean(b, b.sum(b.mul(b.oneHot(target, classes), log(b, output)), [-1])))
    },
    keras: fromScores =>
      call(keras('losses.SparseCategoricalCrossentropy'), [], { from_logits: fromScores || undefined }),
    kerasMetric: () => 'accuracy',
    pytorch: fromScores => (fromScores ? call(nn('CrossEntropyLoss')) : call(nn('NLLLoss')))
  },
  binaryCrossEntropy: {
    label: 'Binary cross-entropy',
    head: 'sigmoid',
    target: 'category',
    shape: () => [1],
    metric: 'accuracy',
    ops: (b, output, target, fromScores) => {
      if (fromScores) return mean(b, b.sigmoidCrossEntropy(output, target))
      const no = b.sub(1, target)
      return b.neg(mean(b, b.add(b.mul(target, log(b, output)), b.mul(no, log(b, b.sub(1, output))))))
    },
    keras: fromScores =>
      call(keras('losses.BinaryCrossentropy'), [], { from_logits: fromScores || undefined }),
    kerasMetric: fromScores =>
      call(keras('metrics.BinaryAccuracy'), [], { name: 'accuracy', threshold: fromScores ? 0 : undefined }),
    pytorch: fromScores => (fromScores ? call(nn('BCEWithLogitsLoss')) : call(nn('BCELoss')))
  },
  meanSquaredError: {
    label: 'Mean squared error',
    head: 'none',
    target: 'number',
    shape: target => [target.size],
    metric: 'meanAbsoluteError',
    ops: (b, output, target) => {
      const off = b.sub(output, target)
      return mean(b, b.mul(off, off))
    },
    keras: () => call(keras('losses.MeanSquaredError')),
    kerasMetric: () => 'mean_absolute_error',
    pytorch: () => call(nn('MSELoss'))
  },
  meanAbsoluteError: {
    label: 'Mean absolute error',
    head: 'none',
    target: 'number',
    shape: target => [target.size],
    metric: 'meanAbsoluteError',
    ops: (b, output, target) => mean(b, b.abs(b.sub(output, target))),
    keras: () => call(keras('losses.MeanAbsoluteError')),
    kerasMetric: () => 'mean_absolute_error',
    pytorch: () => call(nn('L1Loss'))
  },
  /** Huber 1964, with delta 1. */
  huber: {
    label: 'Huber',
    head: 'none',
    target: 'number',
    shape: target => [target.size],
    metric: 'meanAbsoluteError',
    ops: (b, output, target) => {
      const off = b.abs(b.sub(output, target))
      // Up to 1 as the squared error, from there on as the absolute one.
      const near = b.min(off, 1)
      return mean(b, b.add(b.mul(b.mul(near, near), 0.5), b.sub(off, near)))
    },
    keras: () => call(keras('losses.Huber')),
    kerasMetric: () => 'mean_absolute_error',
    pytorch: () => call(nn('HuberLoss'))
  },
  /** The negative logarithm of the likelihood of counts, without the part that does not depend on the output. */
  poisson: {
    label: 'Poisson',
    head: 'none',
    target: 'number',
    shape: target => [target.size],
    metric: 'meanAbsoluteError',
    ops: (b, output, target) => mean(b, b.sub(output, b.mul(target, b.log(b.add(output, EPSILON))))),
    keras: () => call(keras('losses.Poisson')),
    kerasMetric: () => 'mean_absolute_error',
    pytorch: () => call(nn('PoissonNLLLoss'), [], { log_input: false, eps: EPSILON })
  }
} as const satisfies Record<string, Loss>

export type LossId = keyof typeof LOSSES

export function lossOf(id: LossId): Loss {
  return LOSSES[id]
}

/** The loss to begin with for a kind of target. */
export function usualLoss(target: TargetField['kind']): LossId {
  return target === 'category' ? 'crossEntropy' : 'meanSquaredError'
}

export const LOSS_LABELS = Object.fromEntries(
  Object.entries(LOSSES).map(([id, loss]) => [id, loss.label])
) as Readonly<Record<LossId, string>>

/** What a prediction passes through at the end, in PyTorch. */
export function torchHead(head: Head, x: PyExpr): PyExpr {
  if (head === 'none') return x
  return head === 'softmax' ? call(F('softmax'), [x], { dim: -1 }) : call(torch('sigmoid'), [x])
}

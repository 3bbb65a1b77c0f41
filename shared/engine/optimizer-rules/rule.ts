import type * as tf from '@tensorflow/tfjs-core'

/** How one weight moves: once over plain memory, where it can be reached, and once in operations, for a GPU. */
export interface UpdateRule {
  /** How many running values a weight has beside it. */
  readonly slots: number
  /** Changes `weights` and `slots` in place; `step` counts from 1. */
  readonly inPlace: (
    weights: Float32Array,
    gradient: Float32Array,
    slots: readonly Float32Array[],
    learningRate: number,
    step: number
  ) => void
  /** The new weights and slots. */
  readonly operations: (
    weights: tf.Tensor,
    gradient: tf.Tensor,
    slots: readonly tf.Tensor[],
    learningRate: number,
    step: number
  ) => readonly [tf.Tensor, ...tf.Tensor[]]
}

/** Stands in for a slot that is not there. */
export const empty = new Float32Array(0)

import type * as tf from '@tensorflow/tfjs-core'
import type { Instruction } from '../../network/program'

/** What an operation may need beside its operands. */
export interface Context {
  readonly seed: number
  readonly step: number
  /** 0 outside of scans; inside, a number for the time step that no other step of the program shares. */
  readonly time: number
  /** Carries out instructions, adding what they make to `values`, by id. */
  readonly evaluate: (
    instructions: readonly Instruction[],
    values: Map<number, tf.Tensor>,
    context: Context
  ) => void
}

/** An operation in tfjs, made of what has a gradient there. */
export type TfjsOperation<A> = (
  inputs: readonly tf.Tensor[],
  attributes: A,
  context: Context
) => readonly tf.Tensor[]

/** An operation with one result. */
export function one<A>(
  f: (inputs: readonly tf.Tensor[], attributes: A, context: Context) => tf.Tensor
): TfjsOperation<A> {
  return (inputs, attributes, context) => [f(inputs, attributes, context)]
}

/** The operand at a place; that there is one was checked when the program was written. */
export function operand(inputs: readonly tf.Tensor[], place: number): tf.Tensor {
  return inputs[place] as tf.Tensor
}

import type { Hint } from '../block'
import type { AnyValues } from '../params'
import type { Dim, TensorType } from '../tensor-type'

/**
 * A row of a block's table: one way to use it, what must come of it, and in which the interpreter, tfjs, Keras
 * and PyTorch must give the same results and gradients.
 */
export interface BlockCase {
  readonly name: string
  /** Those that differ from the defaults. */
  readonly params?: AnyValues
  /** What comes in at each port, in the order of the ports; a list at a port that takes many. */
  readonly inputs: Readonly<Record<string, TensorType | readonly TensorType[]>>
  /** Ports fed by the source of another, as in attention of a sequence to itself: `{ value: 'query' }`. */
  readonly same?: Readonly<Record<string, string>>
  /** What open lengths are; 4 unless given. */
  readonly time?: number
  /** Samples; 3 unless given. */
  readonly batch?: number
  /** As while training: statistics of the batch. */
  readonly training?: boolean
  /** Token ids are below this; 5 unless given. */
  readonly vocabulary?: number
  /** Of the result, without the batch. */
  readonly shape: readonly Dim[]
  /** Whether the result carries a mask. */
  readonly mask?: boolean
  /** How many numbers its weights hold. */
  readonly weights: number
}

/** What a block does not take, and what it says then. */
export interface Refusal extends Pick<BlockCase, 'name' | 'params' | 'inputs'> {
  /** Where; `in` unless given. */
  readonly port?: string
  /** Part of its message. */
  readonly says: string
  /** The way out that it knows. */
  readonly hint?: Hint
}

/** A block's table, as its `.cases.ts` file exports it. */
export interface BlockTable {
  readonly cases: readonly BlockCase[]
  readonly refusals: readonly Refusal[]
}

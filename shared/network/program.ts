import type { DType } from '../blocks/tensor-type'

/** Shape and kind of numbers of an array in a program; every length is known, the batch is axis 0. */
export interface ArrayType {
  readonly shape: readonly number[]
  readonly dtype: DType
}

/** An array in a program. `mask` is `[batch, time]`, int32 of 0 (padding) and 1, and travels beside. */
export interface Value extends ArrayType {
  readonly id: number
  readonly mask?: Value
}

export type UnaryName =
  | 'neg'
  | 'abs'
  | 'sign'
  | 'exp'
  | 'log'
  | 'sqrt'
  | 'rsqrt'
  | 'reciprocal'
  | 'tanh'
  | 'sigmoid'
  | 'erf'
  | 'softplus'
  | 'relu'
  | 'sin'
  | 'cos'
export type BinaryName = 'add' | 'sub' | 'mul' | 'div' | 'max' | 'min' | 'pow' | 'less' | 'equal'
export type LossName = 'softmaxCrossEntropy' | 'sigmoidCrossEntropy'

/** Of an axis: how much before, how much after. */
export type Pair = readonly [before: number, after: number]
export type NoAttributes = Readonly<Record<string, never>>

export interface ConvAttributes {
  readonly strides: readonly number[]
  readonly padding: readonly Pair[]
  readonly dilation: readonly number[]
  readonly groups: number
}
export interface PoolAttributes {
  readonly size: readonly number[]
  readonly strides: readonly number[]
  readonly padding: readonly Pair[]
}
export interface ResizeAttributes {
  /** The new spatial lengths. */
  readonly size: readonly number[]
  readonly method: 'nearest' | 'bilinear'
}
export interface ReductionAttributes {
  readonly axes: readonly number[]
  readonly keepDims: boolean
}
export interface ConstantAttributes extends ArrayType {
  readonly data: readonly number[]
}
/** A draw of random numbers: `stream` is the path of the block and the number of the draw in it. */
export interface DrawAttributes {
  readonly shape: readonly number[]
  readonly stream: string
}
/**
 * A loop over axis 1. The operands are the first carries, the inputs, the mask where there is one, and
 * the captures; the results are the last carries, then the outputs of the steps stacked on axis 1.
 */
export interface ScanAttributes {
  readonly length: number
  readonly reverse: boolean
  readonly masked: boolean
  readonly body: ScanBody
}
export interface ScanBody {
  /** What a step is given: the carries, its slice of each input, and values from outside, by their ids there. */
  readonly carries: readonly Value[]
  readonly inputs: readonly Value[]
  readonly captures: readonly Value[]
  readonly instructions: readonly Instruction[]
  readonly nextCarries: readonly Value[]
  readonly outputs: readonly Value[]
}

/** Every operation and its attributes. */
export interface Attributes extends Readonly<
  Record<UnaryName | BinaryName | 'select' | 'gather' | LossName, NoAttributes>
> {
  readonly cast: { readonly dtype: DType }
  readonly constant: ConstantAttributes
  readonly matmul: { readonly transposeA: boolean; readonly transposeB: boolean }
  readonly conv: ConvAttributes
  readonly convTranspose: ConvAttributes
  readonly maxPool: PoolAttributes
  readonly avgPool: PoolAttributes
  readonly resize: ResizeAttributes
  readonly sum: ReductionAttributes
  readonly mean: ReductionAttributes
  readonly maxOf: ReductionAttributes
  readonly softmax: { readonly axis: number }
  readonly logSoftmax: { readonly axis: number }
  readonly reshape: { readonly shape: readonly number[] }
  readonly transpose: { readonly perm: readonly number[] }
  readonly concat: { readonly axis: number }
  readonly slice: { readonly begin: readonly number[]; readonly size: readonly number[] }
  readonly pad: { readonly pairs: readonly Pair[]; readonly value: number }
  readonly reverse: { readonly axis: number }
  readonly broadcast: { readonly shape: readonly number[] }
  readonly oneHot: { readonly depth: number }
  readonly bernoulli: DrawAttributes & { readonly probability: number }
  readonly normal: DrawAttributes
  readonly uniform: DrawAttributes
  readonly scan: ScanAttributes
}

export type OpName = keyof Attributes

/** One operation carried out: what it reads, what it makes, and `from`, the path of its block. */
export type Instruction<K extends OpName = OpName> = {
  readonly [P in K]: {
    readonly op: P
    readonly inputs: readonly Value[]
    readonly outputs: readonly Value[]
    readonly attributes: Attributes[P]
    readonly from: string
  }
}[K]

/** A network, or a part of one, as operations in order: plain data that can be stored and sent. */
export interface Program {
  readonly batch: number
  readonly training: boolean
  readonly inputs: Readonly<Record<string, Value>>
  readonly weights: Readonly<Record<string, Value>>
  readonly instructions: readonly Instruction[]
  readonly outputs: Readonly<Record<string, Value>>
  /** New values of weights, by path, to be stored after the step (moving statistics). */
  readonly assignments: Readonly<Record<string, Value>>
}

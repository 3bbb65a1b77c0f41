import type { NdArray } from '../nd-array'
import type { ArrayType, Instruction } from '../program'

/** What an operation may need beside its operands. */
export interface Context {
  readonly seed: number
  readonly step: number
  /** 0 outside of scans; inside, a number for the time step that no other step of the program shares. */
  readonly time: number
  /** Carries out instructions, adding what they make to `values`. */
  readonly evaluate: (
    instructions: readonly Instruction[],
    values: Map<number, NdArray>,
    context: Context
  ) => void
  /** Goes back through instructions, adding to `cotangents` what each value contributes. */
  readonly pullBack: (
    instructions: readonly Instruction[],
    values: ReadonlyMap<number, NdArray>,
    cotangents: Map<number, NdArray>,
    context: Context
  ) => void
}

/** The gradient of one operand; none where it is a whole number or does not matter. */
export type Gradient = NdArray | undefined

/** An operation: its types, its meaning, its derivative and its cost. */
export interface Operation<A> {
  /** The types of the results; throws `ProgramError` where the operands do not fit. */
  readonly type: (inputs: readonly ArrayType[], attributes: A) => readonly ArrayType[]
  readonly forward: (inputs: readonly NdArray[], attributes: A, context: Context) => readonly NdArray[]
  /** From the gradients of the results to those of the operands. */
  readonly gradient: (
    cotangents: readonly NdArray[],
    inputs: readonly NdArray[],
    outputs: readonly NdArray[],
    attributes: A,
    context: Context
  ) => readonly Gradient[]
  /** Floating-point operations; a multiply-add is 2. */
  readonly flops: (inputs: readonly ArrayType[], outputs: readonly ArrayType[], attributes: A) => number
}

/** Operands or attributes that do not fit: a mistake of the block that asked for them. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError'
}

/** Numbers that do not fit, seen only while computing: a class index out of range. */
export class NumbersError extends Error {
  override readonly name = 'NumbersError'
  /** The path of the block, once it is known. */
  from = ''
}

export function expect(condition: boolean, words: () => string): asserts condition {
  if (!condition) throw new ProgramError(words())
}

/** `float32[32,28,28,1]`. */
export function typeText(type: ArrayType): string {
  return `${type.dtype}[${type.shape.join(',')}]`
}

interface Operands<T> {
  readonly 0: readonly []
  readonly 1: readonly [T]
  readonly 2: readonly [T, T]
  readonly 3: readonly [T, T, T]
  readonly many: readonly T[]
}
type Arity = keyof Operands<unknown>

interface SingleRules<A, N extends Arity> {
  readonly type: (inputs: Operands<ArrayType>[N], attributes: A) => ArrayType
  readonly forward: (inputs: Operands<NdArray>[N], attributes: A, context: Context) => NdArray
  /** Left out where there is nothing to derive. */
  readonly gradient?: (
    cotangent: NdArray,
    inputs: Operands<NdArray>[N],
    output: NdArray,
    attributes: A
  ) => readonly Gradient[]
  /** Left out where nothing is computed, only moved. */
  readonly flops?: (inputs: Operands<ArrayType>[N], output: ArrayType, attributes: A) => number
}

/** An operation with a known number of operands and one result. */
export function single<A, N extends Arity>(arity: N, rules: SingleRules<A, N>): Operation<A> {
  const operands = <T>(inputs: readonly T[]): Operands<T>[N] => {
    expect(arity === 'many' || inputs.length === arity, () => `takes ${arity} operands, got ${inputs.length}`)
    return inputs as Operands<T>[N]
  }
  const only = <T>(outputs: readonly T[]): T => outputs[0] as T
  return {
    type: (inputs, attributes) => [rules.type(operands(inputs), attributes)],
    forward: (inputs, attributes, context) => [rules.forward(operands(inputs), attributes, context)],
    gradient: (cotangents, inputs, outputs, attributes) =>
      rules.gradient?.(only(cotangents), operands(inputs), only(outputs), attributes) ?? [],
    flops: (inputs, outputs, attributes) => rules.flops?.(operands(inputs), only(outputs), attributes) ?? 0
  }
}

import type { DType } from '../blocks/tensor-type'
import { lengthOf } from './nd-array'
import type {
  ArrayType,
  BinaryName,
  ConvAttributes,
  Pair,
  PoolAttributes,
  Program,
  ResizeAttributes,
  UnaryName,
  Value
} from './program'
import { Tracer } from './tracer'

/** A value, or a number that takes the kind of the other operand. */
export type Operand = Value | number

/** Numbers that are known while the program is built. */
export interface ConstantNumbers {
  readonly shape: readonly number[]
  readonly data: ArrayLike<number>
  readonly dtype?: DType
}

interface StepResult {
  readonly carries: readonly Value[]
  readonly outputs: readonly Value[]
}

export interface ScanOptions {
  readonly carries: readonly Value[]
  /** `[batch, time, ...]` each; a step is given `[batch, ...]`. */
  readonly inputs: readonly Value[]
  readonly mask?: Value | undefined
  /** From the last step to the first; outputs still stand at the time of their step. */
  readonly reverse?: boolean
  readonly body: (b: OpsBuilder, carries: readonly Value[], stepInputs: readonly Value[]) => StepResult
}

type Unary = { readonly [K in UnaryName]: (x: Value) => Value }
type Binary = { readonly [K in BinaryName]: (a: Operand, b: Operand) => Value }

/**
 * Writes a program, operation by operation; all shapes are known and the batch is axis 0. Axes may count
 * from the end (−1). What does not fit is a mistake of the block and throws `ProgramError`. Results carry no
 * mask: a block that keeps it says so by `withMask`.
 */
export interface OpsBuilder extends Unary, Binary {
  readonly batch: number
  readonly training: boolean
  /** The whole shape, with the batch. */
  input(name: string, shape: readonly number[], dtype: DType): Value
  /** A path asked for again gives the same weight, or what was assigned to it in between. */
  weight(path: string, shape: readonly number[], dtype?: DType): Value
  constant(numbers: number | ConstantNumbers, dtype?: DType): Value
  withMask(value: Value, mask: Value | undefined): Value
  cast(x: Value, dtype: DType): Value
  /** Where the condition is not 0, `a`, else `b`. */
  select(condition: Value, a: Operand, b: Operand): Value
  matmul(
    a: Value,
    b: Value,
    options?: { readonly transposeA?: boolean; readonly transposeB?: boolean }
  ): Value
  /** x `[batch, ...spatial, in]`, kernel `[...size, in / groups, out]`; strides and dilation are 1, padding 0 unless given. */
  conv(x: Value, kernel: Value, options?: Partial<ConvAttributes>): Value
  /** x `[batch, ...spatial, in]`, kernel `[...size, out / groups, in]`; padding is cut off, a negative one adds zeros. */
  convTranspose(x: Value, kernel: Value, options?: Partial<ConvAttributes>): Value
  /** Strides are the size, padding 0, unless given. */
  maxPool(x: Value, options: WindowOptions): Value
  avgPool(x: Value, options: WindowOptions): Value
  resize(x: Value, options: ResizeAttributes): Value
  sum(x: Value, axes: readonly number[], keepDims?: boolean): Value
  mean(x: Value, axes: readonly number[], keepDims?: boolean): Value
  maxOf(x: Value, axes: readonly number[], keepDims?: boolean): Value
  softmax(x: Value, axis: number): Value
  logSoftmax(x: Value, axis: number): Value
  /** One length may be −1. */
  reshape(x: Value, shape: readonly number[]): Value
  transpose(x: Value, perm: readonly number[]): Value
  concat(values: readonly Value[], axis: number): Value
  /** A size of −1 goes to the end. */
  slice(x: Value, begin: readonly number[], size: readonly number[]): Value
  pad(x: Value, pairs: readonly Pair[], value?: number): Value
  reverse(x: Value, axis: number): Value
  broadcast(x: Value, shape: readonly number[]): Value
  /** Rows of `table` `[rows, ...]` by int32 `indices`. */
  gather(table: Value, indices: Value): Value
  oneHot(x: Value, depth: number): Value
  /** 1 with `probability`, else 0; each draw has its own numbers for each (seed, step, block, step of a scan). */
  bernoulli(shape: readonly number[], probability: number): Value
  normal(shape: readonly number[]): Value
  uniform(shape: readonly number[]): Value
  /** Loss per sample: logits `[batch, ..., classes]`, int32 classes `[batch, ...]` → `[batch, ...]`. */
  softmaxCrossEntropy(logits: Value, classIndices: Value): Value
  /** Loss per number, of the shape of logits and targets. */
  sigmoidCrossEntropy(logits: Value, targets: Value): Value
  /** The new value of a weight, stored after the step; only in training. */
  assign(weight: Value, value: Value): void
  /** Outputs are stacked on axis 1. */
  scan(options: ScanOptions): StepResult
  /** Instructions made within come from `path` (absolute, such as `group-1/0/conv-1`). */
  scope<T>(path: string, f: () => T): T
  finish(outputs: Readonly<Record<string, Value>>): Program
}

export type WindowOptions = Pick<PoolAttributes, 'size'> & Partial<PoolAttributes>

export function createBuilder(options: { readonly batch: number; readonly training: boolean }): OpsBuilder {
  const tracer = new Tracer()
  const one = tracer.emitOne.bind(tracer)
  const scalar = (x: Operand, dtype: DType): Value =>
    typeof x === 'number' ? tracer.constant({ shape: [], dtype }, [x]) : x
  const pairOf = (a: Operand, b: Operand): readonly [Value, Value] => {
    const dtype = typeof a !== 'number' ? a.dtype : typeof b !== 'number' ? b.dtype : 'float32'
    return [scalar(a, dtype), scalar(b, dtype)]
  }
  const unary = (op: UnaryName) => (x: Value) => one(op, [x], {})
  const binary = (op: BinaryName) => (a: Operand, b: Operand) => one(op, pairOf(a, b), {})
  const reduction =
    (op: 'sum' | 'mean' | 'maxOf') =>
    (x: Value, axes: readonly number[], keepDims = false) =>
      one(op, [x], { axes: axes.map(axis => axisOf(x, axis)), keepDims })

  const builder: OpsBuilder = {
    ...options,
    input: (name, shape, dtype) => tracer.input(name, shape, dtype),
    weight: (path, shape, dtype = 'float32') => tracer.weight(path, shape, dtype),
    constant: (numbers, dtype = 'float32') =>
      typeof numbers === 'number'
        ? scalar(numbers, dtype)
        : tracer.constant({ shape: numbers.shape, dtype: numbers.dtype ?? dtype }, Array.from(numbers.data)),
    withMask: ({ id, shape, dtype }, mask) =>
      mask === undefined ? { id, shape, dtype } : { id, shape, dtype, mask },
    neg: unary('neg'),
    abs: unary('abs'),
    sign: unary('sign'),
    exp: unary('exp'),
    log: unary('log'),
    sqrt: unary('sqrt'),
    rsqrt: unary('rsqrt'),
    reciprocal: unary('reciprocal'),
    tanh: unary('tanh'),
    sigmoid: unary('sigmoid'),
    erf: unary('erf'),
    softplus: unary('softplus'),
    relu: unary('relu'),
    sin: unary('sin'),
    cos: unary('cos'),
    add: binary('add'),
    sub: binary('sub'),
    mul: binary('mul'),
    div: binary('div'),
    max: binary('max'),
    min: binary('min'),
    pow: binary('pow'),
    less: binary('less'),
    equal: binary('equal'),
    cast: (x, dtype) => one('cast', [x], { dtype }),
    select: (condition, a, b) => one('select', [condition, ...pairOf(a, b)], {}),
    matmul: (a, b, { transposeA = false, transposeB = false } = {}) =>
      one('matmul', [a, b], { transposeA, transposeB }),
    conv: (x, kernel, given) => one('conv', [x, kernel], convAttributes(x, given)),
    convTranspose: (x, kernel, given) => one('convTranspose', [x, kernel], convAttributes(x, given)),
    maxPool: (x, given) => one('maxPool', [x], poolAttributes(given)),
    avgPool: (x, given) => one('avgPool', [x], poolAttributes(given)),
    resize: (x, { size, method }) => one('resize', [x], { size, method }),
    sum: reduction('sum'),
    mean: reduction('mean'),
    maxOf: reduction('maxOf'),
    softmax: (x, axis) => one('softmax', [x], { axis: axisOf(x, axis) }),
    logSoftmax: (x, axis) => one('logSoftmax', [x], { axis: axisOf(x, axis) }),
    reshape: (x, shape) => {
      const known = lengthOf(shape.filter(d => d !== -1))
      return one('reshape', [x], { shape: shape.map(d => (d === -1 ? lengthOf(x.shape) / known : d)) })
    },
    transpose: (x, perm) => one('transpose', [x], { perm: perm.map(axis => axisOf(x, axis)) }),
    concat: (values, axis) =>
      one('concat', values, { axis: values[0] === undefined ? axis : axisOf(values[0], axis) }),
    slice: (x, begin, size) => {
      const end = (axis: number): number => (x.shape[axis] ?? 0) - (begin[axis] ?? 0)
      return one('slice', [x], { begin, size: size.map((n, axis) => (n === -1 ? end(axis) : n)) })
    },
    pad: (x, pairs, value = 0) => one('pad', [x], { pairs, value }),
    reverse: (x, axis) => one('reverse', [x], { axis: axisOf(x, axis) }),
    broadcast: (x, shape) => one('broadcast', [x], { shape }),
    gather: (table, indices) => one('gather', [table, indices], {}),
    oneHot: (x, depth) => one('oneHot', [x], { depth }),
    bernoulli: (shape, probability) =>
      one('bernoulli', [], { shape, stream: tracer.nextStream(), probability }),
    normal: shape => one('normal', [], { shape, stream: tracer.nextStream() }),
    uniform: shape => one('uniform', [], { shape, stream: tracer.nextStream() }),
    softmaxCrossEntropy: (logits, classIndices) => one('softmaxCrossEntropy', [logits, classIndices], {}),
    sigmoidCrossEntropy: (logits, targets) => one('sigmoidCrossEntropy', [logits, targets], {}),
    assign: (weight, value) => {
      if (!options.training) throw tracer.error('assign: only in training')
      tracer.assign(weight, value)
    },
    scan: ({ carries, inputs, mask, reverse = false, body }) => {
      const length = inputs[0]?.shape[1] ?? mask?.shape[1] ?? 0
      const traced = tracer.body(carries, inputs.map(stepType), (c, x) => body(builder, c, x))
      const operands = [...carries, ...inputs, ...(mask === undefined ? [] : [mask]), ...traced.captures]
      const results = tracer.emit('scan', operands, {
        length,
        reverse,
        masked: mask !== undefined,
        body: traced
      })
      return { carries: results.slice(0, carries.length), outputs: results.slice(carries.length) }
    },
    scope: (path, f) => tracer.scope(path, f),
    finish: outputs => ({ ...options, ...tracer.finish(outputs) })
  }
  return builder
}

function axisOf(x: ArrayType, axis: number): number {
  return axis < 0 ? axis + x.shape.length : axis
}

function stepType({ shape, dtype }: ArrayType): ArrayType {
  return { shape: [...shape.slice(0, 1), ...shape.slice(2)], dtype }
}

function convAttributes(x: ArrayType, given: Partial<ConvAttributes> = {}): ConvAttributes {
  const each = <T>(value: T): readonly T[] => x.shape.slice(1, -1).map(() => value)
  return {
    strides: given.strides ?? each(1),
    padding: given.padding ?? each([0, 0]),
    dilation: given.dilation ?? each(1),
    groups: given.groups ?? 1
  }
}

function poolAttributes({
  size,
  strides = size,
  padding = size.map((): Pair => [0, 0])
}: WindowOptions): PoolAttributes {
  return { size, strides, padding }
}

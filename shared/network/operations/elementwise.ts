import type { DType } from '../../blocks/tensor-type'
import { at, fill, lengthOf, type NdArray } from '../nd-array'
import type { ArrayType, BinaryName, NoAttributes, UnaryName } from '../program'
import { broadcastPositions, broadcastShapes, sumTo } from './broadcasting'
import { erf } from './erf'
import { expect, single, typeText, type Operation } from './operation'

interface UnaryRule {
  readonly f: (x: number) => number
  /** The derivative at x, where f(x) = y. */
  readonly slope: (x: number, y: number) => number
  /** Whether whole numbers stay whole. */
  readonly ints?: true
}

export const sigmoid = (x: number): number =>
  x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))
export const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))

const unary: Readonly<Record<UnaryName, UnaryRule>> = {
  neg: { f: x => -x, slope: () => -1, ints: true },
  abs: { f: Math.abs, slope: Math.sign, ints: true },
  sign: { f: Math.sign, slope: () => 0, ints: true },
  exp: { f: Math.exp, slope: (_, y) => y },
  log: { f: Math.log, slope: x => 1 / x },
  sqrt: { f: Math.sqrt, slope: (_, y) => 0.5 / y },
  rsqrt: { f: x => 1 / Math.sqrt(x), slope: (x, y) => (-0.5 * y) / x },
  reciprocal: { f: x => 1 / x, slope: (_, y) => -y * y },
  tanh: { f: Math.tanh, slope: (_, y) => 1 - y * y },
  sigmoid: { f: sigmoid, slope: (_, y) => y * (1 - y) },
  erf: { f: erf, slope: x => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) },
  softplus: { f: softplus, slope: sigmoid },
  relu: { f: x => Math.max(x, 0), slope: x => (x > 0 ? 1 : 0), ints: true },
  sin: { f: Math.sin, slope: Math.cos },
  cos: { f: Math.cos, slope: x => -Math.sin(x) }
}

interface BinaryRule {
  readonly f: (a: number, b: number) => number
  /** The derivatives by a and by b, where f(a, b) = y; none for a comparison, which makes int32 of 0/1. */
  readonly slopes?: readonly [Slope, Slope]
  readonly ints?: true
}
type Slope = (a: number, b: number, y: number) => number

const binary: Readonly<Record<BinaryName, BinaryRule>> = {
  add: { f: (a, b) => a + b, slopes: [() => 1, () => 1], ints: true },
  sub: { f: (a, b) => a - b, slopes: [() => 1, () => -1], ints: true },
  mul: { f: (a, b) => a * b, slopes: [(_, b) => b, a => a], ints: true },
  div: { f: (a, b) => a / b, slopes: [(_, b) => 1 / b, (_, b, y) => -y / b] },
  max: { f: Math.max, slopes: [(a, b) => (a >= b ? 1 : 0), (a, b) => (a >= b ? 0 : 1)], ints: true },
  min: { f: Math.min, slopes: [(a, b) => (a <= b ? 1 : 0), (a, b) => (a <= b ? 0 : 1)], ints: true },
  pow: {
    f: (a, b) => a ** b,
    slopes: [(a, b) => (b === 0 ? 0 : b * a ** (b - 1)), (a, _, y) => (a > 0 ? Math.log(a) * y : 0)]
  },
  less: { f: (a, b) => (a < b ? 1 : 0), ints: true },
  equal: { f: (a, b) => (a === b ? 1 : 0), ints: true }
}

function unaryOperation({ f, slope, ints }: UnaryRule): Operation<NoAttributes> {
  return single<NoAttributes, 1>(1, {
    type: ([x]) => {
      expect(ints === true || x.dtype === 'float32', () => `takes float32, got ${typeText(x)}: cast it first`)
      return { shape: x.shape, dtype: x.dtype }
    },
    forward: ([x]) => fill(x.shape, i => f(at(x.data, i)), x.dtype),
    gradient: (g, [x], y) => [fill(x.shape, i => at(g.data, i) * slope(at(x.data, i), at(y.data, i)))],
    flops: (_, y) => lengthOf(y.shape)
  })
}

function binaryOperation({ f, slopes, ints }: BinaryRule): Operation<NoAttributes> {
  const type = (a: ArrayType, b: ArrayType): ArrayType => {
    sameDtypes(a, b)
    expect(ints === true || a.dtype === 'float32', () => `takes float32, got ${typeText(a)}: cast it first`)
    return { shape: broadcastShapes(a.shape, b.shape), dtype: slopes === undefined ? 'int32' : a.dtype }
  }
  return single<NoAttributes, 2>(2, {
    type: ([a, b]) => type(a, b),
    forward: ([a, b]) => {
      const { shape, dtype } = type(a, b)
      return zip(f, a, b, shape, dtype)
    },
    gradient: (g, [a, b], y) =>
      slopes?.map((slope, operand) => {
        const of = broadcastPositions(a.shape, y.shape)
        const and = broadcastPositions(b.shape, y.shape)
        const each = fill(
          y.shape,
          i => at(g.data, i) * slope(at(a.data, at(of, i)), at(b.data, at(and, i)), at(y.data, i))
        )
        return sumTo(each, operand === 0 ? a.shape : b.shape)
      }) ?? [],
    flops: (_, y) => lengthOf(y.shape)
  })
}

function zip(f: BinaryRule['f'], a: NdArray, b: NdArray, shape: readonly number[], dtype: DType): NdArray {
  const of = broadcastPositions(a.shape, shape)
  const and = broadcastPositions(b.shape, shape)
  return fill(shape, i => f(at(a.data, at(of, i)), at(b.data, at(and, i))), dtype)
}

function sameDtypes(a: ArrayType, b: ArrayType): void {
  expect(
    a.dtype === b.dtype,
    () => `takes one kind of numbers, got ${typeText(a)} and ${typeText(b)}: cast one`
  )
}

function mapValues<K extends string, A, B>(
  record: Readonly<Record<K, A>>,
  f: (a: A) => B
): Readonly<Record<K, B>> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, a]) => [key, f(a)])) as Record<K, B>
}

export const unaryOperations = mapValues(unary, unaryOperation)
export const binaryOperations = mapValues(binary, binaryOperation)

/** Where the condition is not 0, the first choice, elsewhere the second; all three are broadcast. */
export const select = single<NoAttributes, 3>(3, {
  type: ([condition, a, b]) => {
    sameDtypes(a, b)
    return { shape: broadcastShapes(condition.shape, a.shape, b.shape), dtype: a.dtype }
  },
  forward: ([condition, a, b]) => {
    const shape = broadcastShapes(condition.shape, a.shape, b.shape)
    const [when, of, or] = [condition, a, b].map(x => broadcastPositions(x.shape, shape)) as [
      Int32Array,
      Int32Array,
      Int32Array
    ]
    const chosen = (i: number): number =>
      at(condition.data, at(when, i)) !== 0 ? at(a.data, at(of, i)) : at(b.data, at(or, i))
    return fill(shape, chosen, a.dtype)
  },
  gradient: (g, [condition, a, b]) => {
    const when = broadcastPositions(condition.shape, g.shape)
    const part = (chosen: boolean): NdArray =>
      fill(g.shape, i => ((at(condition.data, at(when, i)) !== 0) === chosen ? at(g.data, i) : 0))
    return [undefined, sumTo(part(true), a.shape), sumTo(part(false), b.shape)]
  },
  flops: (_, y) => lengthOf(y.shape)
})

/** To float32, or to int32 by cutting off the fraction (as tfjs, Keras and PyTorch do). */
export const cast = single<{ readonly dtype: DType }, 1>(1, {
  type: ([x], { dtype }) => ({ shape: x.shape, dtype }),
  forward: ([x], { dtype }) => fill(x.shape, i => at(x.data, i), dtype),
  gradient: (g, [x], y) => [x.dtype === 'float32' && y.dtype === 'float32' ? g : undefined]
})

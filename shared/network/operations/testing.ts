import { createBuilder, type OpsBuilder } from '../builder'
import { differentiate, interpret, type Arrays, type Feed } from '../interpret'
import { at, fill, ndArray, type NdArray } from '../nd-array'
import { uniforms } from '../philox'
import type { Program, Value } from '../program'

/** Float32 operands by their shapes, int32 ones as arrays; numbers are drawn from `range`. */
export interface Case {
  readonly name: string
  readonly operands: readonly (readonly number[] | NdArray)[]
  readonly range?: readonly [number, number]
  readonly training?: boolean
  readonly build: (b: OpsBuilder, x: Value, y: Value, z: Value) => Value | readonly Value[]
}

export function ints(shape: readonly number[], numbers: readonly number[]): NdArray {
  return ndArray(shape, numbers, 'int32')
}

export function floats(shape: readonly number[], numbers: readonly number[]): NdArray {
  return ndArray(shape, numbers)
}

export function drawn(
  shape: readonly number[],
  stream: string,
  [low, high]: readonly [number, number]
): NdArray {
  const u = uniforms(
    1,
    0,
    stream,
    shape.reduce((n, d) => n * d, 1)
  )
  return fill(shape, i => low + (high - low) * at(u, i))
}

/** The program of a case, gone through JSON as it would be stored, and numbers to run it on. */
export function prepare({ operands, range = [-2, 2], training = false, build }: Case): {
  readonly program: Program
  readonly feed: Feed
} {
  const b = createBuilder({ batch: 2, training })
  const arrays = operands.map((x, i) => ('data' in x ? x : drawn(x, `operand ${i}`, range)))
  const values = arrays.map((x, i) => b.input(`x${i}`, x.shape, x.dtype)) as unknown as [Value, Value, Value]
  const made = b.scope('block', () => build(b, ...values))
  const results: readonly Value[] = 'id' in made ? [made] : made
  const program = b.finish(Object.fromEntries(results.map((y, i) => [`y${i}`, y])))
  return {
    program: JSON.parse(JSON.stringify(program)) as Program,
    feed: { inputs: Object.fromEntries(arrays.map((x, i) => [`x${i}`, x])), weights: {}, seed: 7 }
  }
}

export function outputsOf(program: Program, feed: Feed): Arrays {
  const run = interpret(program, feed)
  if (!run.ok) throw new Error(run.error.message)
  return run.value.outputs
}

/** The first result of a case. */
export function compute(test: Omit<Case, 'name'>): NdArray {
  const { program, feed } = prepare({ name: '', ...test })
  return outputsOf(program, feed)['y0'] as NdArray
}

/** The largest size of a number in any of the arrays; not a number where one is not. */
export function largestIn(arrays: Iterable<NdArray>): number {
  let largest = 0
  for (const { data } of arrays) for (const x of Array.from(data)) largest = Math.max(largest, Math.abs(x))
  return largest
}

export interface GradientPair {
  readonly input: string
  readonly found: readonly number[]
  readonly expected: readonly number[]
}

/** Of Σ c · y, c drawn: the gradients by the way back, and by central differences. */
export function gradientPairs(test: Case): readonly GradientPair[] {
  const { program, feed } = prepare(test)
  const cotangents = Object.fromEntries(
    Object.entries(program.outputs).map(([name, { shape }]) => [
      name,
      drawn(shape, `cotangent ${name}`, [-1, 1])
    ])
  )
  const run = differentiate(program, feed, cotangents)
  if (!run.ok) throw new Error(run.error.message)
  const loss = (inputs: Arrays): number =>
    Object.entries(outputsOf(program, { ...feed, inputs })).reduce(
      (sum, [name, y]) =>
        Array.from(y.data).reduce((s, v, i) => s + v * at((cotangents[name] as NdArray).data, i), sum),
      0
    )
  const small = 1e-5
  return Object.entries(run.value.gradients.inputs).map(([input, gradient]) => {
    const x = feed.inputs[input] as NdArray
    const moved = (i: number, by: number): number =>
      loss({ ...feed.inputs, [input]: fill(x.shape, k => at(x.data, k) + (k === i ? by : 0)) })
    return {
      input,
      found: Array.from(gradient.data),
      expected: Array.from(x.data, (_, i) => (moved(i, small) - moved(i, -small)) / (2 * small))
    }
  })
}

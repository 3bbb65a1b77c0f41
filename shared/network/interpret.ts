import { fail, ok, type Result } from '../result'
import { accumulate, contextFor } from './evaluate'
import { lengthOf, ndArray, zeros, type NdArray } from './nd-array'
import { NumbersError, typeText } from './operations/operation'
import type { Program, Value } from './program'

export type Arrays = Readonly<Record<string, NdArray>>

/** What a program computes on. Whole numbers come as int32, all else as float32, in single or double precision. */
export interface Feed {
  readonly inputs: Arrays
  readonly weights: Arrays
  /** Seed and step decide the random draws; both are 0 unless given. */
  readonly seed?: number
  readonly step?: number
}

export interface Interpretation {
  readonly outputs: Arrays
  /** The new values of weights by path, where the program assigns any. */
  readonly assigned: Arrays
  /** Every value by its id, where `trace` was asked for. */
  readonly trace?: ReadonlyMap<number, NdArray>
}

export interface Differentiation extends Interpretation {
  /** By input name and weight path; whole numbers have none, and what no output depends on has zeros. */
  readonly gradients: { readonly inputs: Arrays; readonly weights: Arrays }
}

/** Why a feed is refused: what is wrong with which input, weight or cotangent, or at which block. */
export interface FeedMistake {
  readonly kind: 'input' | 'weight' | 'cotangent' | 'block'
  readonly name: string
  readonly message: string
}

/** Runs a program in double precision: slow, plain, and right, the reference for every engine. */
export function interpret(
  program: Program,
  feed: Feed,
  options: { readonly trace?: boolean } = {}
): Result<Interpretation, FeedMistake> {
  const run = runForward(program, feed)
  if (!run.ok) return run
  const result = resultOf(program, run.value)
  return ok(options.trace === true ? { ...result, trace: run.value } : result)
}

/** Runs a program and goes back from the gradients of its outputs (by name; zeros where left out). */
export function differentiate(
  program: Program,
  feed: Feed,
  cotangents: Arrays
): Result<Differentiation, FeedMistake> {
  const run = runForward(program, feed)
  if (!run.ok) return run
  const found = new Map<number, NdArray>()
  for (const [name, given] of Object.entries(cotangents)) {
    const output = Object.hasOwn(program.outputs, name) ? program.outputs[name] : undefined
    const message = output === undefined ? 'the program has no such output' : refusal(given, output)
    if (output === undefined || message !== null)
      return fail({ kind: 'cotangent', name, message: `cotangent "${name}": ${message}` })
    if (output.dtype === 'float32') accumulate(found, output.id, inDouble(given))
  }
  const context = contextFor(feed.seed ?? 0, feed.step ?? 0)
  context.pullBack(program.instructions, run.value, found, context)
  const gradients = (values: Readonly<Record<string, Value>>): Arrays =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([, { dtype }]) => dtype === 'float32')
        .map(([name, { id, shape }]) => [name, found.get(id) ?? zeros(shape)])
    )
  return ok({
    ...resultOf(program, run.value),
    gradients: { inputs: gradients(program.inputs), weights: gradients(program.weights) }
  })
}

type Values = Map<number, NdArray>

function runForward(program: Program, feed: Feed): Result<Values, FeedMistake> {
  const values: Values = new Map()
  for (const [kind, wanted, given] of [
    ['input', program.inputs, feed.inputs],
    ['weight', program.weights, feed.weights]
  ] as const)
    for (const [name, value] of Object.entries(wanted)) {
      const array = Object.hasOwn(given, name) ? given[name] : undefined
      const message = refusal(array, value)
      if (array === undefined || message !== null)
        return fail({ kind, name, message: `${kind} "${name}": ${message}` })
      values.set(value.id, inDouble(array))
    }
  const context = contextFor(feed.seed ?? 0, feed.step ?? 0)
  try {
    context.evaluate(program.instructions, values, context)
  } catch (error) {
    if (!(error instanceof NumbersError)) throw error
    return fail({ kind: 'block', name: error.from, message: `${error.from || 'program'}: ${error.message}` })
  }
  return ok(values)
}

function resultOf(program: Program, values: ReadonlyMap<number, NdArray>): Interpretation {
  const named = (record: Readonly<Record<string, Value>>): Arrays =>
    Object.fromEntries(Object.entries(record).map(([name, { id }]) => [name, values.get(id) as NdArray]))
  return { outputs: named(program.outputs), assigned: named(program.assignments) }
}

/** Why an array will not do for a value; `null` where it will. */
function refusal(array: NdArray | undefined, value: Value): string | null {
  if (array === undefined) return `expected ${typeText(value)}, got nothing`
  if (typeText(array) !== typeText(value)) return `expected ${typeText(value)}, got ${typeText(array)}`
  return array.data.length === lengthOf(value.shape)
    ? null
    : `expected ${lengthOf(value.shape)} numbers for ${typeText(value)}, got ${array.data.length}`
}

function inDouble(array: NdArray): NdArray {
  return ndArray(array.shape, array.data, array.dtype)
}

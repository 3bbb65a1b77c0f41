import { at, fill, zeros, type NdArray } from './nd-array'
import { NumbersError, type Context, type Operation } from './operations/operation'
import { operations } from './operations/registry'
import type { Attributes, Instruction, OpName, Value } from './program'

export function contextFor(seed: number, step: number): Context {
  return { seed, step, time: 0, evaluate, pullBack }
}

/** Carries out instructions in order, adding what each makes to `values`, by id. */
function evaluate(
  instructions: readonly Instruction[],
  values: Map<number, NdArray>,
  context: Context
): void {
  for (const instruction of instructions) {
    const results = forward(instruction, values, context)
    instruction.outputs.forEach((value, i) => values.set(value.id, results[i] as NdArray))
  }
}

/** Goes through instructions backwards, adding to `cotangents` what each operand contributes (reverse mode). */
function pullBack(
  instructions: readonly Instruction[],
  values: ReadonlyMap<number, NdArray>,
  cotangents: Map<number, NdArray>,
  context: Context
): void {
  for (const instruction of instructions.toReversed()) {
    if (!instruction.outputs.some(value => cotangents.has(value.id))) continue
    const gradients = backward(instruction, values, cotangents, context)
    instruction.inputs.forEach((value, i) => {
      const gradient = gradients[i]
      if (gradient !== undefined && value.dtype === 'float32') accumulate(cotangents, value.id, gradient)
    })
  }
}

export function accumulate(cotangents: Map<number, NdArray>, id: number, gradient: NdArray): void {
  const before = cotangents.get(id)
  cotangents.set(
    id,
    before === undefined ? gradient : fill(before.shape, i => at(before.data, i) + at(gradient.data, i))
  )
}

function forward<K extends OpName>(
  instruction: Instruction<K>,
  values: ReadonlyMap<number, NdArray>,
  context: Context
): readonly NdArray[] {
  const operation: Operation<Attributes[K]> = operations[instruction.op]
  try {
    return operation.forward(look(instruction.inputs, values), instruction.attributes, context)
  } catch (error) {
    if (error instanceof NumbersError && error.from === '') error.from = instruction.from
    throw error
  }
}

function backward<K extends OpName>(
  instruction: Instruction<K>,
  values: ReadonlyMap<number, NdArray>,
  cotangents: ReadonlyMap<number, NdArray>,
  context: Context
): readonly (NdArray | undefined)[] {
  const operation: Operation<Attributes[K]> = operations[instruction.op]
  return operation.gradient(
    instruction.outputs.map(value => cotangents.get(value.id) ?? zeros(value.shape)),
    look(instruction.inputs, values),
    look(instruction.outputs, values),
    instruction.attributes,
    context
  )
}

function look(names: readonly Value[], values: ReadonlyMap<number, NdArray>): readonly NdArray[] {
  return names.map(({ id }) => {
    const value = values.get(id)
    if (value === undefined) throw new Error(`%${id} is read before it is made`)
    return value
  })
}

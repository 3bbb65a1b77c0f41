import type * as tf from '@tensorflow/tfjs-core'
import type { Attributes, Instruction, OpName, Program, Value } from '../../network/program'
import type { Context, TfjsOperation } from './operation'
import { tfjsOperations } from './registry'

/** What a program computes on, by the names of its inputs and the paths of its weights. */
export interface TensorFeed {
  readonly inputs: Readonly<Record<string, tf.Tensor>>
  readonly weights: Readonly<Record<string, tf.Tensor>>
  readonly seed: number
  readonly step: number
}

/** A program of which only what is wanted is computed. */
export interface Plan {
  readonly program: Program
  readonly instructions: readonly Instruction[]
  readonly wanted: readonly Value[]
  /** Whether it draws random numbers, for which the step must be known. */
  readonly draws: boolean
}

/** Leaves out what none of `wanted` depends on. */
export function planFor(program: Program, wanted: readonly Value[]): Plan {
  const needed = new Set(wanted.map(({ id }) => id))
  const instructions = program.instructions
    .toReversed()
    .filter(({ inputs, outputs }) => {
      if (!outputs.some(({ id }) => needed.has(id))) return false
      for (const { id } of inputs) needed.add(id)
      return true
    })
    .toReversed()
  return { program, instructions, wanted, draws: instructions.some(draws) }
}

function draws(instruction: Instruction): boolean {
  const { op, attributes } = instruction
  if (op === 'scan') return attributes.body.instructions.some(draws)
  return op === 'uniform' || op === 'normal' || op === 'bernoulli'
}

/** The wanted values, on the current backend, with gradients on the tape; inside of a `tidy`. */
export function runPlan({ program, instructions, wanted }: Plan, feed: TensorFeed): readonly tf.Tensor[] {
  const values = new Map<number, tf.Tensor>()
  const give = (
    named: Readonly<Record<string, Value>>,
    tensors: Readonly<Record<string, tf.Tensor>>
  ): void => {
    for (const [name, { id }] of Object.entries(named)) {
      const tensor = tensors[name]
      if (tensor) values.set(id, tensor)
    }
  }
  give(program.inputs, feed.inputs)
  give(program.weights, feed.weights)
  evaluate(instructions, values, { seed: feed.seed, step: feed.step, time: 0, evaluate })
  return look(wanted, values)
}

function evaluate(
  instructions: readonly Instruction[],
  values: Map<number, tf.Tensor>,
  context: Context
): void {
  for (const instruction of instructions) {
    const results = carryOut(instruction, values, context)
    instruction.outputs.forEach((value, i) => values.set(value.id, results[i] as tf.Tensor))
  }
}

function carryOut<K extends OpName>(
  { op, inputs, attributes }: Instruction<K>,
  values: ReadonlyMap<number, tf.Tensor>,
  context: Context
): readonly tf.Tensor[] {
  const operation: TfjsOperation<Attributes[K]> = tfjsOperations[op]
  return operation(look(inputs, values), attributes, context)
}

function look(names: readonly Value[], values: ReadonlyMap<number, tf.Tensor>): readonly tf.Tensor[] {
  return names.map(({ id }) => {
    const value = values.get(id)
    if (value === undefined) throw new Error(`%${id} is read before it is made`)
    return value
  })
}

import { lengthOf } from './nd-array'
import type { Operation } from './operations/operation'
import { operations } from './operations/registry'
import type { Attributes, Instruction, OpName, Program } from './program'

/** Floating-point operations of one run over the whole batch; a multiply-add is 2, any elementwise function 1. */
export function flopsOf(program: Program): number {
  return Object.values(flopsByBlock(program)).reduce((sum, flops) => sum + flops, 0)
}

/** `flopsOf` by the path of the block. */
export function flopsByBlock(program: Program): Readonly<Record<string, number>> {
  const flops = new Map<string, number>()
  eachInstruction(program.instructions, 1, (instruction, times) => {
    flops.set(instruction.from, (flops.get(instruction.from) ?? 0) + times * flopsOfOne(instruction))
  })
  return Object.fromEntries(flops)
}

/**
 * Bytes of all that is made on the way, 4 for each number: what a step of training keeps for the way back.
 * Weights, inputs and constants don't count, nor do reshapes, which make nothing new.
 */
export function memoryOf(program: Program): number {
  let numbers = 0
  eachInstruction(program.instructions, 1, ({ op, outputs }, times) => {
    if (op === 'constant' || op === 'reshape') return
    for (const { shape } of outputs) numbers += times * lengthOf(shape)
  })
  return numbers * 4
}

function eachInstruction(
  instructions: readonly Instruction[],
  times: number,
  visit: (instruction: Instruction, times: number) => void
): void {
  for (const instruction of instructions) {
    visit(instruction, times)
    if (instruction.op !== 'scan') continue
    const { body, length } = instruction.attributes
    eachInstruction(body.instructions, times * length, visit)
  }
}

function flopsOfOne<K extends OpName>({ op, inputs, outputs, attributes }: Instruction<K>): number {
  const operation: Operation<Attributes[K]> = operations[op]
  return operation.flops(inputs, outputs, attributes)
}

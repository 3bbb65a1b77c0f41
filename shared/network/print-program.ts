import { typeText } from './operations/operation'
import type { Instruction, Program, ScanBody, Value } from './program'

/**
 * A program as text, one operation a line, under the path of its block:
 * `  %4 = matmul(%0, %1) : float32[32,10]`.
 */
export function printProgram(program: Program): string {
  const { inputs, weights, instructions, outputs, assignments } = program
  const named = (
    title: string,
    record: Readonly<Record<string, Value>>,
    line: (n: string, v: Value) => string
  ) =>
    Object.keys(record).length === 0
      ? []
      : [title, ...Object.entries(record).map(([name, value]) => `  ${line(name, value)}`)]
  return [
    `program for ${program.training ? 'training' : 'inference'}, batch ${program.batch}`,
    ...named('inputs', inputs, (name, value) => `${typed(value)} = ${name}`),
    ...named('weights', weights, (name, value) => `${typed(value)} = ${name}`),
    ...blocks(instructions),
    ...named('outputs', outputs, (name, { id }) => `${name} = %${id}`),
    ...named('assignments', assignments, (path, { id }) => `${path} = %${id}`)
  ].join('\n')
}

function blocks(instructions: readonly Instruction[]): readonly string[] {
  return instructions.flatMap((instruction, i) => [
    ...(i === 0 || instructions[i - 1]?.from !== instruction.from
      ? [`from ${instruction.from || '(no block)'}`]
      : []),
    ...lines(instruction).map(line => `  ${line}`)
  ])
}

function lines(instruction: Instruction): readonly string[] {
  const { op, inputs, outputs } = instruction
  const extra = Object.entries(instruction.attributes).filter(([name]) => name !== 'body')
  const head = `${outputs.map(({ id }) => `%${id}`).join(', ')} = ${op}(${[...ids(inputs), ...extra.map(attribute)].join(', ')}) : ${outputs.map(typeText).join(', ')}`
  return instruction.op === 'scan'
    ? [head, ...bodyLines(instruction.attributes.body).map(line => `  ${line}`)]
    : [head]
}

function bodyLines(body: ScanBody): readonly string[] {
  return [
    `step (${body.carries.map(typed).join(', ')}) (${body.inputs.map(typed).join(', ')})`,
    ...body.instructions.flatMap(lines).map(line => `  ${line}`),
    `next (${ids(body.nextCarries).join(', ')}) outputs (${ids(body.outputs).join(', ')})`
  ]
}

function attribute([name, value]: readonly [string, unknown]): string {
  const json = JSON.stringify(value)
  return `${name}=${json.length > 60 ? `${json.slice(0, 57)}…` : json}`
}

function ids(values: readonly Value[]): readonly string[] {
  return values.map(({ id }) => `%${id}`)
}

function typed(value: Value): string {
  return `%${value.id} ${typeText(value)}`
}

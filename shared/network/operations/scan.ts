import { addAt, at, fill, lengthOf, zeros, type NdArray } from '../nd-array'
import type { ArrayType, ScanAttributes, Value } from '../program'
import { expect, typeText, type Context, type Operation } from './operation'

/** The operands of a scan by their roles. */
function rolesOf<T>(operands: readonly T[], { body, masked }: ScanAttributes) {
  const inputsFrom = body.carries.length
  const maskAt = inputsFrom + body.inputs.length
  return {
    carries: operands.slice(0, inputsFrom),
    inputs: operands.slice(inputsFrom, maskAt),
    mask: masked ? operands[maskAt] : undefined,
    captures: operands.slice(maskAt + (masked ? 1 : 0))
  }
}

function fits(given: ArrayType | undefined, expected: ArrayType, what: string): void {
  expect(
    given !== undefined && typeText(given) === typeText(expected),
    () => `${what} must be ${typeText(expected)}, got ${given === undefined ? 'none' : typeText(given)}`
  )
}

function scanType(operands: readonly ArrayType[], attributes: ScanAttributes): readonly ArrayType[] {
  const { body, length } = attributes
  const { carries, inputs, mask } = rolesOf(operands, attributes)
  const batch = inputs[0]?.shape[0] ?? mask?.shape[0] ?? 1
  expect(
    Number.isInteger(length) && length >= 1,
    () => `needs an input or a mask with a time axis to run along`
  )
  inputs.forEach((x, i) =>
    expect(
      x.shape.length >= 2 && x.shape[0] === batch && x.shape[1] === length,
      () => `input ${i} must be [${batch},${length},...], got ${typeText(x)}`
    )
  )
  if (mask !== undefined) {
    fits(mask, { shape: [batch, length], dtype: 'int32' }, 'the mask')
    for (const v of [...carries, ...body.outputs])
      expect(
        v.shape[0] === batch,
        () => `with a mask, carries and outputs begin with the batch, got ${typeText(v)}`
      )
  }
  expect(
    body.nextCarries.length === carries.length,
    () => `a step must return ${carries.length} carries, got ${body.nextCarries.length}`
  )
  carries.forEach((carry, i) => fits(body.nextCarries[i], carry, `carry ${i} of a step`))
  const stacked = body.outputs.map(({ shape, dtype }, i) => {
    expect(shape.length >= 1, () => `output ${i} of a step needs a batch axis, got a scalar`)
    return { shape: [at(shape, 0), length, ...shape.slice(1)], dtype }
  })
  return [...carries.map(({ shape, dtype }) => ({ shape, dtype })), ...stacked]
}

interface Step {
  readonly t: number
  readonly context: Context
  /** All that the step was given and made, by id. */
  readonly values: Map<number, NdArray>
}

/** Runs the body over time. Outputs stand at the time of the step that made them, in either direction. */
function run(operands: readonly NdArray[], attributes: ScanAttributes, context: Context) {
  const { body, length } = attributes
  const { inputs, mask, captures, ...first } = rolesOf(operands, attributes)
  const steps: Step[] = []
  let carries: readonly NdArray[] = first.carries
  let previous: readonly NdArray[] = body.outputs.map(v => zeros(v.shape, v.dtype))
  const outputs = body.outputs.map(v => zeros([at(v.shape, 0), length, ...v.shape.slice(1)], v.dtype))
  for (const t of timesOf(attributes)) {
    const values = new Map<number, NdArray>()
    const give = (names: readonly Value[], arrays: readonly NdArray[]): void =>
      names.forEach((name, i) => values.set(name.id, arrays[i] as NdArray))
    give(body.captures, captures)
    give(body.carries, carries)
    give(
      body.inputs,
      inputs.map(x => atTime(x, t))
    )
    const step = { t, values, context: { ...context, time: context.time * (length + 1) + t + 1 } }
    context.evaluate(body.instructions, values, step.context)
    const made = (names: readonly Value[], old: readonly NdArray[]): readonly NdArray[] =>
      names.map((name, i) => choose(mask, t, values.get(name.id) as NdArray, old[i] as NdArray))
    carries = made(body.nextCarries, carries)
    previous = made(body.outputs, previous)
    outputs.forEach((whole, i) => addAtTime(whole, t, previous[i] as NdArray))
    steps.push(step)
  }
  return { steps, results: [...carries, ...outputs] }
}

function gradient(
  cotangents: readonly NdArray[],
  operands: readonly NdArray[],
  attributes: ScanAttributes,
  context: Context
): readonly NdArray[] {
  const { body } = attributes
  const { mask, ...given } = rolesOf(operands, attributes)
  const gInputs = given.inputs.map(x => zeros(x.shape))
  const gCaptures = given.captures.map(x => zeros(x.shape))
  const gOutputs = cotangents.slice(body.carries.length)
  let gCarries = cotangents.slice(0, body.carries.length)
  let gPrevious: readonly NdArray[] = body.outputs.map(v => zeros(v.shape))
  for (const { t, values, context: own } of run(operands, attributes, context).steps.reverse()) {
    const gMade = gOutputs.map((g, i) => plus(atTime(g, t), gPrevious[i] as NdArray))
    const found = new Map<number, NdArray>()
    const pass = (names: readonly Value[], gs: readonly NdArray[]): void =>
      names.forEach((name, i) => {
        if (name.dtype !== 'float32') return
        const g = gs[i] as NdArray
        const part = choose(mask, t, g, zeros(g.shape))
        const before = found.get(name.id)
        found.set(name.id, before === undefined ? part : plus(before, part))
      })
    pass(body.nextCarries, gCarries)
    pass(body.outputs, gMade)
    context.pullBack(body.instructions, values, found, own)
    const of = (name: Value): NdArray => found.get(name.id) ?? zeros(name.shape)
    const passedBy = (g: NdArray): NdArray =>
      mask === undefined ? zeros(g.shape) : choose(mask, t, zeros(g.shape), g)
    gCarries = body.carries.map((name, i) => plus(of(name), passedBy(gCarries[i] as NdArray)))
    gPrevious = gMade.map(passedBy)
    body.inputs.forEach((name, i) => addAtTime(gInputs[i] as NdArray, t, of(name)))
    body.captures.forEach((name, i) =>
      of(name).data.forEach((v, k) => addAt((gCaptures[i] as NdArray).data, k, v))
    )
  }
  const gMask = mask === undefined ? [] : [zeros(mask.shape)]
  return [...gCarries, ...gInputs, ...gMask, ...gCaptures]
}

/**
 * A loop over axis 1. Where the mask is 0 the carries stay as they were and the outputs repeat those of the
 * step before (zeros before the first valid one), as in Keras. What a step computes is counted in `cost.ts`.
 */
export const scan: Operation<ScanAttributes> = {
  type: scanType,
  forward: (operands, attributes, context) => run(operands, attributes, context).results,
  gradient: (cotangents, operands, _, attributes, context) =>
    gradient(cotangents, operands, attributes, context),
  flops: () => 0
}

function timesOf({ length, reverse }: ScanAttributes): readonly number[] {
  return Array.from({ length }, (_, i) => (reverse ? length - 1 - i : i))
}

function choose(mask: NdArray | undefined, t: number, valid: NdArray, padding: NdArray): NdArray {
  if (mask === undefined) return valid
  const [batch, time] = mask.shape as [number, number]
  const row = lengthOf(valid.shape) / batch
  return fill(
    valid.shape,
    i => at((at(mask.data, Math.floor(i / row) * time + t) !== 0 ? valid : padding).data, i),
    valid.dtype
  )
}

/** `[batch, ...]` of `[batch, time, ...]`. */
function atTime(x: NdArray, t: number): NdArray {
  const [batch, time, ...rest] = x.shape as [number, number, ...number[]]
  const row = lengthOf(rest)
  return fill([batch, ...rest], i => at(x.data, (Math.floor(i / row) * time + t) * row + (i % row)), x.dtype)
}

function addAtTime(whole: NdArray, t: number, part: NdArray): void {
  const [, time, ...rest] = whole.shape as [number, number, ...number[]]
  const row = lengthOf(rest)
  part.data.forEach((v, i) => addAt(whole.data, (Math.floor(i / row) * time + t) * row + (i % row), v))
}

function plus(a: NdArray, b: NdArray): NdArray {
  return fill(a.shape, i => at(a.data, i) + at(b.data, i))
}

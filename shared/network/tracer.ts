import type { DType } from '../blocks/tensor-type'
import { ProgramError, typeText, type Operation } from './operations/operation'
import { operations } from './operations/registry'
import type { ArrayType, Attributes, Instruction, OpName, Program, ScanBody, Value } from './program'

/** Instructions under way: the program's, or those of a scan's body, with what the body takes from outside. */
interface Frame {
  readonly instructions: Instruction[]
  readonly known: Set<number>
  readonly captures: Map<number, Value>
}

/** Writes down instructions as they are asked for; the `OpsBuilder` gives it its words. */
export class Tracer {
  /** The path of the block under way, absolute. */
  private from = ''
  private readonly inputs = new Map<string, Value>()
  private readonly weights = new Map<string, Value>()
  private readonly assignments = new Map<string, Value>()
  private readonly root: Frame = newFrame()
  private readonly frames: Frame[] = [this.root]
  private readonly draws = new Map<string, number>()
  private readonly scalars = new Map<string, Value>()
  private ids = 0

  /** Adds an instruction and returns its results; throws where its operands do not fit. */
  emit<K extends OpName>(
    op: K,
    inputs: readonly Value[],
    attributes: Attributes[K],
    frame: Frame = this.frame
  ): readonly Value[] {
    const operation: Operation<Attributes[K]> = operations[op]
    const operands = inputs.map(value => this.reach(value, frame))
    const outputs = this.explain(op, () => operation.type(operands, attributes)).map(type =>
      this.declare(type, frame)
    )
    const instruction: Instruction<K> = { op, inputs: operands, outputs, attributes, from: this.from }
    frame.instructions.push(instruction as Instruction)
    return outputs
  }

  emitOne<K extends OpName>(op: K, inputs: readonly Value[], attributes: Attributes[K]): Value {
    return this.emit(op, inputs, attributes)[0] as Value
  }

  /** A constant is written down outside of scans, and a scalar only once. */
  constant(type: ArrayType, data: readonly number[]): Value {
    const key = type.shape.length === 0 ? `${type.dtype} ${data[0]}` : ''
    const before = this.scalars.get(key)
    if (before !== undefined) return before
    const [value] = this.emit('constant', [], { ...type, data }, this.root) as readonly [Value]
    if (key !== '') this.scalars.set(key, value)
    return value
  }

  input(name: string, shape: readonly number[], dtype: DType): Value {
    if (this.inputs.has(name)) throw this.error(`there is already an input "${name}"`)
    const value = this.declare({ shape, dtype }, this.root)
    this.inputs.set(name, value)
    return value
  }

  /** The weight of that path, or what was assigned to it before. */
  weight(path: string, shape: readonly number[], dtype: DType): Value {
    const before = this.weights.get(path)
    if (before === undefined) {
      const value = this.declare({ shape, dtype }, this.root)
      this.weights.set(path, value)
      return value
    }
    if (typeText(before) !== typeText({ shape, dtype }))
      throw this.error(`weight "${path}" is ${typeText(before)}, asked for as ${typeText({ shape, dtype })}`)
    return this.assignments.get(path) ?? before
  }

  assign(weight: Value, value: Value): void {
    const path = [...this.assignments, ...this.weights].find(([, { id }]) => id === weight.id)?.[0]
    if (path === undefined) throw this.error(`assign: %${weight.id} is not a weight`)
    if (this.frame !== this.root) throw this.error(`assign: not possible within a scan ("${path}")`)
    if (typeText(weight) !== typeText(value))
      throw this.error(`assign: weight "${path}" is ${typeText(weight)}, got ${typeText(value)}`)
    this.assignments.set(path, this.reach(value, this.root))
  }

  /** A name for the next draw of the block under way, the same however the rest of the program looks. */
  nextStream(): string {
    const draw = this.draws.get(this.from) ?? 0
    this.draws.set(this.from, draw + 1)
    return `${this.from}#${draw}`
  }

  /** Writes down a scan's body: `trace` is handed the values of one step, by their types. */
  body(
    carries: readonly ArrayType[],
    inputs: readonly ArrayType[],
    trace: (
      carries: readonly Value[],
      inputs: readonly Value[]
    ) => { readonly carries: readonly Value[]; readonly outputs: readonly Value[] }
  ): ScanBody {
    const frame = newFrame()
    const given = carries.map(type => this.declare(type, frame))
    const stepInputs = inputs.map(type => this.declare(type, frame))
    this.frames.push(frame)
    const result = trace(given, stepInputs)
    const nextCarries = result.carries.map(value => this.reach(value, frame))
    const outputs = result.outputs.map(value => this.reach(value, frame))
    this.frames.pop()
    const captures = [...frame.captures.values()]
    return {
      carries: given,
      inputs: stepInputs,
      captures,
      instructions: frame.instructions,
      nextCarries,
      outputs
    }
  }

  finish(outputs: Readonly<Record<string, Value>>): Omit<Program, 'batch' | 'training'> {
    for (const value of Object.values(outputs)) this.reach(value, this.root)
    return {
      inputs: Object.fromEntries(this.inputs),
      weights: Object.fromEntries(this.weights),
      instructions: [...this.root.instructions],
      outputs,
      assignments: Object.fromEntries(this.assignments)
    }
  }

  /** Runs `f` with instructions coming from the block at `path`. */
  scope<T>(path: string, f: () => T): T {
    const before = this.from
    this.from = path
    try {
      return f()
    } finally {
      this.from = before
    }
  }

  error(message: string): ProgramError {
    return new ProgramError(this.from === '' ? message : `${this.from}: ${message}`)
  }

  private get frame(): Frame {
    return this.frames.at(-1) as Frame
  }

  private declare({ shape, dtype }: ArrayType, frame: Frame): Value {
    if (shape.some(d => !Number.isInteger(d) || d < 0)) throw this.error(`[${shape}] is not a shape`)
    const value = { id: this.ids++, shape, dtype }
    frame.known.add(value.id)
    return value
  }

  /** The value without its mask, noted as captured where it comes from outside of a scan's body. */
  private reach(value: Value, frame: Frame): Value {
    const bare = { id: value.id, shape: value.shape, dtype: value.dtype }
    if (frame.known.has(value.id)) return bare
    const outside = this.frames.slice(0, Math.max(0, this.frames.indexOf(frame)))
    if (!outside.some(f => f.known.has(value.id)))
      throw this.error(
        `%${value.id} (${typeText(value)}) is not known here: it belongs to a scan's body or another program`
      )
    frame.captures.set(value.id, bare)
    return bare
  }

  private explain<T>(op: OpName, f: () => T): T {
    try {
      return f()
    } catch (error) {
      throw error instanceof ProgramError ? this.error(`${op}: ${error.message}`) : error
    }
  }
}

function newFrame(): Frame {
  return { instructions: [], known: new Set(), captures: new Map() }
}

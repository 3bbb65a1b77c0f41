import { tidy } from '@tensorflow/tfjs-core'
import type { Tensor } from '@tensorflow/tfjs-core'
import type { LayersModel, SymbolicTensor, layers } from '@tensorflow/tfjs-layers'

/** What every layer of one run is told. */
export interface RunContext {
  readonly training: boolean
  /** How many steps were taken before this one: random layers draw by it. */
  readonly step: number
}

export interface RunOutputs {
  readonly outputs: Tensor[]
  /** The mask of each output, `[batch, time]`, or null. */
  readonly masks: (Tensor | null)[]
}

interface Call {
  readonly layer: layers.Layer
  readonly inputs: readonly SymbolicTensor[]
  readonly outputs: readonly SymbolicTensor[]
}
interface Cell {
  readonly value: Tensor
  readonly mask: Tensor | null
}

/** A model made ready to run; `onOutput` sees what every layer gives, which is disposed of when `run` returns. */
export interface ModelRunner {
  run(
    inputs: readonly Tensor[],
    context: RunContext,
    onOutput?: (layer: string, output: Tensor) => void
  ): RunOutputs
}

/**
 * Runs a model layer by layer, in place of `model.apply`: tfjs's executor hands only the mask of a layer's first
 * input to it, and goes on handing out the last mask it met to layers that have none.
 */
export function modelRunner(
  model: LayersModel,
  /** Layers that do in training what they do after it: frozen ones with moving statistics. */
  isFixed: (layer: string) => boolean = () => false
): ModelRunner {
  const calls = callsOf(model.outputs)
  return {
    run: (inputs, context, onOutput) => {
      const masks: (Tensor | null)[] = []
      const outputs = tidy(() => {
        const cells = new Map<number, Cell>()
        model.inputs.forEach((symbol, i) => {
          const value = inputs[i]
          if (value === undefined)
            throw new Error(`the model wants ${model.inputs.length} inputs, got ${inputs.length}`)
          cells.set(symbol.id, { value, mask: null })
        })
        for (const call of calls)
          runCall(call, isFixed(call.layer.name) ? { ...context, training: false } : context, cells, onOutput)
        const found = model.outputs.map(symbol => cellOf(cells, symbol))
        masks.push(...found.map(cell => cell.mask))
        return [...found.map(cell => cell.value), ...masks.filter(mask => mask !== null)]
      })
      return { outputs: outputs.slice(0, model.outputs.length), masks }
    }
  }
}

function runCall(
  call: Call,
  { training, step }: RunContext,
  cells: Map<number, Cell>,
  onOutput?: (layer: string, output: Tensor) => void
): void {
  const given = call.inputs.map(symbol => cellOf(cells, symbol))
  const values = given.map(cell => cell.value)
  const masks = given.map(cell => cell.mask)
  const many = given.length > 1
  const mask = many ? masks : masks[0]
  const masked = masks.some(m => m !== null)
  const kwargs = masked ? { training, step, mask } : { training, step }
  const result = call.layer.apply(many ? values : (values[0] as Tensor), kwargs) as Tensor | Tensor[]
  const results = Array.isArray(result) ? result : [result]
  // The declared type knows nothing of absent masks.
  const outMask = call.layer.supportsMasking
    ? call.layer.computeMask(many ? values : (values[0] as Tensor), mask as Tensor | Tensor[])
    : null
  const outMasks: readonly (Tensor | null | undefined)[] = Array.isArray(outMask) ? outMask : [outMask]
  call.outputs.forEach((symbol, i) => {
    const value = results[i]
    if (value === undefined) throw new Error(`layer ${call.layer.name} gave no output ${i}`)
    cells.set(symbol.id, { value, mask: outMasks[i] ?? null })
    onOutput?.(call.layer.name, value)
  })
}

function cellOf(cells: ReadonlyMap<number, Cell>, symbol: SymbolicTensor): Cell {
  const cell = cells.get(symbol.id)
  if (cell === undefined) throw new Error(`${symbol.name} was not computed`)
  return cell
}

/** The calls that lead to `outputs`, each after what it reads. */
function callsOf(outputs: readonly SymbolicTensor[]): readonly Call[] {
  const calls: Call[] = []
  const seen = new Set<number>()
  const visit = (symbol: SymbolicTensor): void => {
    if (seen.has(symbol.id)) return
    const node = symbol.sourceLayer.inboundNodes[symbol.nodeIndex]
    const siblings = node?.outputTensors ?? [symbol]
    for (const sibling of siblings) seen.add(sibling.id)
    if (symbol.inputs.length === 0) return
    symbol.inputs.forEach(visit)
    calls.push({ layer: symbol.sourceLayer, inputs: symbol.inputs, outputs: siblings })
  }
  outputs.forEach(visit)
  return calls
}

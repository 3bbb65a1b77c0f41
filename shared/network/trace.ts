import type { LayerBlock } from '../blocks/block'
import { insOf } from '../blocks/ins'
import type { AnyValues } from '../blocks/params'
import { layerBlockOf } from '../blocks/registry'
import type { TensorType } from '../blocks/tensor-type'
import { lossOf } from '../training/losses'
import { createBuilder, type OpsBuilder } from './builder'
import type { FlatLayer, FlatNetwork, FlatValue } from './flatten'
import type { Program, Value } from './program'

interface TraceOptions {
  readonly batch: number
  readonly training?: boolean
  /** What open lengths are in this batch. */
  readonly time?: number
  /** Also the outputs `loss` (of all, weighted) and `loss:BLOCK`; the targets become inputs `target:BLOCK`. */
  readonly withLoss?: boolean
}

/**
 * The network as operations, for one batch size and length. Inputs are named by their block, weights by
 * `path/name`, outputs by their block.
 */
export function traceNetwork(network: FlatNetwork, options: TraceOptions): Program {
  const b = createBuilder({ batch: options.batch, training: options.training ?? false })
  const shapeOf = (type: TensorType): number[] => [
    options.batch,
    ...type.shape.map(d => d ?? options.time ?? 1)
  ]
  const values = new Map<FlatValue, Value>()
  for (const input of network.inputs)
    values.set(input.value, b.input(input.block, shapeOf(input.type), input.type.dtype))
  for (const layer of network.layers)
    b.scope(layer.path, () => {
      for (const [i, value] of traceLayer(b, layer, values).entries()) {
        const output = layer.outputs[i]
        if (output) values.set(output.value, value)
      }
    })
  const outputs: Record<string, Value> = {}
  for (const output of network.outputs) {
    const value = valueOf(values, output.value)
    outputs[output.block] = value
    if (options.withLoss !== true) continue
    const loss = lossOf(output.loss)
    const isIndex = output.loss === 'crossEntropy'
    const target = b.input(
      `target:${output.block}`,
      isIndex ? value.shape.slice(0, -1) : value.shape,
      isIndex ? 'int32' : 'float32'
    )
    const own = b.scope(output.block, () => loss.ops(b, value, target, output.fromScores))
    outputs[`loss:${output.block}`] = own
    const weighted = b.mul(own, output.lossWeight)
    outputs['loss'] = outputs['loss'] ? b.add(outputs['loss'], weighted) : weighted
  }
  return b.finish(outputs)
}

function traceLayer(
  b: OpsBuilder,
  layer: FlatLayer,
  values: ReadonlyMap<FlatValue, Value>
): readonly Value[] {
  const { node } = layer
  const arriving = Object.fromEntries(
    Object.entries(layer.inputs).map(([port, all]) => [port, all.map(value => valueOf(values, value))])
  )
  const weight = (name: string): Value => {
    const known = node.weights.find(w => w.name === name)
    if (!known) throw new Error(`${node.type} has no weight ${name}`)
    return b.weight(`${layer.weightsPath}/${name}`, known.shape)
  }
  return traceBlock(
    keepsStatistics(layer) ? { ...b, training: false } : b,
    {
      spec: layerBlockOf(node.type),
      values: node.values,
      outTypes: layer.outputs.map(({ type }) => type)
    },
    arriving,
    weight
  )
}

/** A block with its parameters, and the types of what it gives. */
export interface BlockInUse {
  readonly spec: LayerBlock
  readonly values: AnyValues
  readonly outTypes: readonly TensorType[]
}

/** The operations of one block; a result that keeps a mask and says nothing of it has that of the first input. */
export function traceBlock(
  b: OpsBuilder,
  { spec, values, outTypes }: BlockInUse,
  arriving: Readonly<Record<string, readonly Value[]>>,
  weight: (name: string) => Value
): readonly Value[] {
  const mask = Object.values(arriving)
    .flat()
    .find(value => value.mask)?.mask
  return spec
    .ops(b, insOf(spec, arriving), values, weight)
    .map((value, i) => b.withMask(value, outTypes[i]?.mask === true ? (value.mask ?? mask) : undefined))
}

/** A frozen layer with moving statistics does the same in training as after it, and leaves them as they are. */
export function keepsStatistics(layer: FlatLayer): boolean {
  return !layer.trainable && layer.node.weights.some(weight => !weight.trainable)
}

function valueOf(values: ReadonlyMap<FlatValue, Value>, name: FlatValue): Value {
  const value = values.get(name)
  if (!value) throw new Error(`nothing makes ${name}`)
  return value
}

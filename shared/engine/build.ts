import { serialization, type Variable } from '@tensorflow/tfjs-core'
import * as tfl from '@tensorflow/tfjs-layers'
import type { TfjsLayer } from '../blocks/block'
import { insOf } from '../blocks/ins'
import { layerBlockOf } from '../blocks/registry'
import type { FlatLayer, FlatNetwork, FlatValue } from '../network/flatten'
import type { LayerNode } from '../network/network'
import { keepsStatistics } from '../network/trace'
import './layers/register'
import { modelRunner, type ModelRunner } from './run-model'

/** A network as a tfjs model; inputs and outputs in the order of the network's. */
export interface BuiltNetwork {
  readonly model: tfl.LayersModel
  readonly run: ModelRunner['run']
  /** By path: `residual-1/0/conv-1/kernel`. */
  readonly weights: ReadonlyMap<string, Variable>
  readonly trainable: readonly Variable[]
  /** The layer of the network that a tfjs layer belongs to. */
  readonly layerOf: (tfjsName: string) => FlatLayer | undefined
}

/** Builds the tfjs model of a network. `seed` is that of layers that draw at random. */
export function buildNetwork(network: FlatNetwork, seed: number): BuiltNetwork {
  const values = new Map<FlatValue, tfl.SymbolicTensor>()
  const inputs = network.inputs.map(({ block, type, value }) => {
    const symbol = tfl.input({ shape: [...type.shape], dtype: type.dtype, name: block })
    values.set(value, symbol)
    return symbol
  })
  const weights = new Map<string, Variable>()
  const trainable: Variable[] = []
  const made = new Map<string, readonly tfl.layers.Layer[]>()
  const owners = new Map<string, FlatLayer>()
  const byPath = new Map(network.layers.map(layer => [layer.path, layer]))
  for (const layer of network.layers) {
    // What has no weights has none to share; its draws, if any, are its own.
    const sharedPath = layer.node.weights.length > 0 ? layer.weightsPath : layer.path
    const known = made.get(sharedPath)
    const chain = known ?? chainOf(layer, sharedPath, seed)
    made.set(sharedPath, chain)
    const given = Object.values(layer.inputs)
      .flat()
      .map(value => symbolOf(values, value))
    const [first] = given
    if (!first) throw new Error(`${layer.path} has no input`)
    let results: tfl.SymbolicTensor | tfl.SymbolicTensor[] = given.length === 1 ? first : given
    for (const part of chain) {
      owners.set(part.name, layer)
      results = part.apply(results) as tfl.SymbolicTensor | tfl.SymbolicTensor[]
    }
    const list = Array.isArray(results) ? results : [results]
    for (const [i, output] of layer.outputs.entries()) {
      const symbol = list[i]
      if (symbol) values.set(output.value, symbol)
    }
    if (!known) collectWeights(byPath.get(sharedPath) ?? layer, chain[0], weights, trainable)
  }
  const model = tfl.model({ inputs, outputs: network.outputs.map(output => symbolOf(values, output.value)) })
  const runner = modelRunner(model, name => {
    const layer = owners.get(name)
    return layer !== undefined && keepsStatistics(layer)
  })
  return {
    model,
    run: (inputs, context, onOutput) => runner.run(inputs, context, onOutput),
    weights,
    trainable,
    layerOf: name => owners.get(name)
  }
}

function chainOf(layer: FlatLayer, path: string, seed: number): readonly tfl.layers.Layer[] {
  const { type, values, inTypes } = layer.node
  const spec = layerBlockOf(type)
  const parts = spec.tfjs?.(values, insOf(spec, inTypes)) ?? [byOperations(layer.node)]
  return parts.map((part, i) => makeLayer(part, i === 0 ? path : `${path}/then-${i}`, seed))
}

function byOperations({ type, values, inTypes }: LayerNode): TfjsLayer {
  const dtypes = Object.entries(inTypes).map(
    ([port, types]) => [port, types.map(({ dtype }) => dtype)] as const
  )
  return { className: 'BlockpropBlock', config: { block: type, values, dtypes: Object.fromEntries(dtypes) } }
}

/**
 * From tfjs's own table of classes, as it loads a saved model; layers that draw at random
 * take the seed and their path, by which the operations draw.
 */
function makeLayer({ className, config }: TfjsLayer, path: string, seed: number): tfl.layers.Layer {
  const known = serialization.SerializationMap.getMap().classNameMap[className]
  if (!known) throw new Error(`tfjs has no layer ${className}`)
  const [constructor, fromConfig] = known
  const layer = fromConfig(constructor, { ...config, name: path, path, seed })
  if (!(layer instanceof tfl.layers.Layer)) throw new Error(`${className} is no layer of tfjs`)
  return layer
}

function collectWeights(
  layer: FlatLayer,
  first: tfl.layers.Layer | undefined,
  weights: Map<string, Variable>,
  trainable: Variable[]
): void {
  const expected = layer.node.weights
  const found = first?.weights ?? []
  const shapes = (list: readonly { readonly shape: readonly (number | null)[] }[]): string =>
    JSON.stringify(list.map(w => w.shape))
  if (shapes(found) !== shapes(expected))
    throw new Error(`${layer.node.type} has weights ${shapes(expected)}, its tfjs layer ${shapes(found)}`)
  for (const [i, weight] of expected.entries()) {
    const variable = found[i]?.read() as Variable
    weights.set(`${layer.path}/${weight.name}`, variable)
    if (weight.trainable && layer.trainable) trainable.push(variable)
  }
}

function symbolOf(values: ReadonlyMap<FlatValue, tfl.SymbolicTensor>, name: FlatValue): tfl.SymbolicTensor {
  const symbol = values.get(name)
  if (!symbol) throw new Error(`nothing makes ${name}`)
  return symbol
}

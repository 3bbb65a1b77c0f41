import type { TensorType } from '../blocks/tensor-type'
import { fail, ok, type Result } from '../result'
import type { Graph, GraphInput, LayerNode, Network, NetworkOutput, ValueRef } from './network'

/** A value of the flat network: `path:port` of the layer or input that makes it. */
export type FlatValue = string

/** A layer with its place: group instance, repeat and block, as `residual-1/0/conv-1`. */
export interface FlatLayer {
  readonly path: string
  /** Its place for people: `Residual 1 › Conv 1`, `Encoder 2 › Attention` for the second repeat. */
  readonly label: string
  readonly node: LayerNode
  readonly inputs: Readonly<Record<string, readonly FlatValue[]>>
  readonly outputs: readonly { readonly port: string; readonly value: FlatValue; readonly type: TensorType }[]
  /** Where its weights live: its own path, or that of the layer it shares them with. */
  readonly weightsPath: string
  readonly trainable: boolean
}

/** A network with every group opened: what engines and the interpreter run. */
export interface FlatNetwork {
  readonly inputs: readonly (GraphInput & { readonly value: FlatValue })[]
  readonly layers: readonly FlatLayer[]
  readonly outputs: readonly (Omit<NetworkOutput, 'value'> & { readonly value: FlatValue })[]
  /** What each block gives at its first port, by its path; of a group what leaves it after its last repeat. */
  readonly given: ReadonlyMap<string, FlatValue>
}

/** More layers than anybody trains here; nested groups can ask for any number. */
export const MOST_LAYERS = 20_000

interface Opened {
  readonly layers: FlatLayer[]
  readonly given: Map<string, FlatValue>
}

interface Scope {
  readonly graph: Graph
  readonly path: string
  readonly label: string
  readonly values: Map<string, FlatValue>
  readonly frozen: boolean
}

const keyOf = (ref: ValueRef): string => `${ref.block}:${ref.port}`

/** Opens every group: each instance and each repeat becomes layers of its own. */
export function flattenNetwork(network: Network): Result<FlatNetwork, string> {
  const size = layerCount(network)
  if (size > MOST_LAYERS)
    return fail(
      `With every group opened this network has ${size} layers; ${MOST_LAYERS} are the most that can be trained here.`
    )
  const opened: Opened = { layers: [], given: new Map() }
  const values = new Map<string, FlatValue>()
  for (const { block } of network.root.inputs) {
    values.set(`${block}:out`, `${block}:out`)
    opened.given.set(block, `${block}:out`)
  }
  openGraph(network, { graph: network.root, path: '', label: '', values, frozen: false }, opened)
  return ok({
    inputs: network.root.inputs.map(input => ({ ...input, value: `${input.block}:out` })),
    layers: opened.layers,
    given: opened.given,
    outputs: network.outputs.map(output => ({ ...output, value: read(values, output.value) }))
  })
}

function openGraph(network: Network, scope: Scope, opened: Opened): void {
  for (const node of scope.graph.nodes) {
    const path = scope.path + node.block
    if (node.kind === 'layer') {
      const outputs = Object.entries(node.outTypes).map(([port, type]) => ({
        port,
        value: `${path}:${port}`,
        type
      }))
      for (const { port, value } of outputs) scope.values.set(`${node.block}:${port}`, value)
      const [first] = outputs
      if (first) opened.given.set(path, first.value)
      opened.layers.push({
        path,
        label: scope.label + node.name,
        node,
        inputs: Object.fromEntries(
          Object.entries(node.inputs).map(([port, refs]) => [port, refs.map(ref => read(scope.values, ref))])
        ),
        outputs,
        weightsPath: node.weightsOf === undefined ? path : scope.path + node.weightsOf,
        trainable: !scope.frozen && !node.frozen
      })
      continue
    }
    const graph = graphOf(network, node.graph)
    let given: readonly FlatValue[] = node.inputs.map(ref => read(scope.values, ref))
    for (let turn = 0; turn < node.repeat; turn++) {
      const values = new Map(graph.inputs.map((input, i) => [`${input.block}:out`, given[i] ?? '']))
      const label = `${scope.label}${node.name}${node.repeat === 1 ? '' : ` ${turn + 1}`} › `
      const frozen = scope.frozen || node.frozen
      openGraph(network, { graph, path: `${path}/${turn}/`, label, values, frozen }, opened)
      given = graph.results.map(result => read(values, result.value))
    }
    for (const [i, result] of graph.results.entries())
      scope.values.set(`${node.block}:${result.block}`, given[i] ?? '')
    const [leaving] = given
    if (leaving !== undefined) opened.given.set(path, leaving)
  }
}

/** Layers with every group opened, without opening any. */
export function layerCount(network: Network): number {
  const counts = new Map<string, number>()
  const count = (graph: Graph): number =>
    graph.nodes.reduce(
      (n, node) => n + (node.kind === 'layer' ? 1 : node.repeat * (counts.get(node.graph) ?? 0)),
      0
    )
  for (const [key, graph] of network.graphs) counts.set(key, count(graph))
  return count(network.root)
}

export function graphOf(network: Network, key: string): Graph {
  const graph = network.graphs.get(key)
  if (!graph) throw new Error(`the network has no graph ${key}`)
  return graph
}

function read(values: ReadonlyMap<string, FlatValue>, ref: ValueRef): FlatValue {
  const value = values.get(keyOf(ref))
  if (value === undefined) throw new Error(`nothing makes ${keyOf(ref)}`)
  return value
}

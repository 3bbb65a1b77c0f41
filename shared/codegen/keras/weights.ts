import type { WeightData } from '../../blocks/weights'
import type { GraphKey } from '../../network/network'
import type { NetworkWeights } from '../../network/initialise'
import type { GraphFunction } from './graph-function'

/** Our weights as the generated model has them: `residual_1_conv_1/0`, the layer's name and the place in its weights. */
export function layerWeights(
  root: GraphFunction,
  functions: ReadonlyMap<GraphKey, GraphFunction>,
  weights: NetworkWeights
): ReadonlyMap<string, WeightData> {
  const found = new Map<string, WeightData>()
  collect(root, { functions, weights, path: '', prefix: '' }, found)
  return found
}

interface Place {
  readonly functions: ReadonlyMap<GraphKey, GraphFunction>
  readonly weights: NetworkWeights
  readonly path: string
  /** Of the names of layers. */
  readonly prefix: string
}

function collect(of: GraphFunction, place: Place, found: Map<string, WeightData>): void {
  const { functions, weights, path, prefix } = place
  for (const member of of.members) {
    const layerName = prefix + member.layerName
    if (member.kind === 'layer') {
      const owner = member.node.weightsOf ?? member.node.block
      for (const [i, { name }] of member.node.weights.entries()) {
        const weight = weights.get(`${path}${owner}/${name}`)
        if (!weight) throw new Error(`there is no weight ${path}${owner}/${name}`)
        found.set(`${layerName}/${i}`, weight)
      }
      continue
    }
    const { block, graph, repeat } = member.node
    const inside = functions.get(graph)
    if (!inside) throw new Error(`the function of ${graph} was not written`)
    for (let turn = 0; turn < repeat; turn++) {
      const instance = repeat === 1 ? layerName : `${layerName}_${turn}`
      collect(inside, { functions, weights, path: `${path}${block}/${turn}/`, prefix: `${instance}_` }, found)
    }
  }
}

import type { WeightData } from '../../blocks/weights'
import type { NetworkWeights } from '../../network/initialise'
import type { GraphKey } from '../../network/network'
import type { GraphClass } from './graph-class'

/**
 * Our weights as the `state_dict` of the generated module: axes turned as PyTorch has them, entries that
 * only PyTorch has at zero.
 */
export function stateDict(
  root: GraphClass,
  classes: ReadonlyMap<GraphKey, GraphClass>,
  weights: NetworkWeights
): ReadonlyMap<string, WeightData> {
  const entries = new Map<string, WeightData>()
  collect(root, classes, weights, '', '', entries)
  return entries
}

function collect(
  of: GraphClass,
  classes: ReadonlyMap<GraphKey, GraphClass>,
  weights: NetworkWeights,
  path: string,
  prefix: string,
  entries: Map<string, WeightData>
): void {
  for (const member of of.members) {
    const { node, attribute } = member
    if (member.kind === 'layer') {
      const owner = member.node.weightsOf ?? node.block
      const state = member.layer.state?.(name => weightAt(weights, `${path}${owner}/${name}`)) ?? {}
      for (const [key, tensor] of Object.entries(state)) entries.set(`${prefix}${attribute}.${key}`, tensor)
      continue
    }
    const inside = classes.get(member.node.graph)
    if (!inside) throw new Error(`the class of ${member.node.graph} was not written`)
    for (let turn = 0; turn < member.node.repeat; turn++) {
      const step = member.node.repeat === 1 ? '' : `${turn}.`
      collect(
        inside,
        classes,
        weights,
        `${path}${node.block}/${turn}/`,
        `${prefix}${attribute}.${step}`,
        entries
      )
    }
  }
}

function weightAt(weights: NetworkWeights, path: string): WeightData {
  const weight = weights.get(path)
  if (!weight) throw new Error(`there is no weight ${path}`)
  return weight
}

import type { WeightData } from '../../blocks/weights'
import type { GraphKey } from '../../network/network'
import type { GraphClass } from './graph-class'

export type WeightReader = (path: string) => WeightData

/**
 * Our weights as the `state_dict` of the generated module: axes turned as PyTorch has them, entries that
 * only PyTorch has at zero. `weight('residual-1/0/conv-1/kernel')` gives ours.
 */
export function stateDict(
  root: GraphClass,
  classes: ReadonlyMap<GraphKey, GraphClass>,
  weight: WeightReader
): ReadonlyMap<string, WeightData> {
  const entries = new Map<string, WeightData>()
  collect(root, classes, weight, '', '', entries)
  return entries
}

function collect(
  of: GraphClass,
  classes: ReadonlyMap<GraphKey, GraphClass>,
  weight: WeightReader,
  path: string,
  prefix: string,
  entries: Map<string, WeightData>
): void {
  for (const member of of.members) {
    const { node, attribute } = member
    if (member.kind === 'layer') {
      const owner = member.node.weightsOf ?? node.block
      const state = member.layer.state?.(name => weight(`${path}${owner}/${name}`)) ?? {}
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
        weight,
        `${path}${node.block}/${turn}/`,
        `${prefix}${attribute}.${step}`,
        entries
      )
    }
  }
}

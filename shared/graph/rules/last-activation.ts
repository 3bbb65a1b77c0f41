import type { ActivationId } from '../../blocks/activation-table'
import { blockOf } from '../../blocks/registry'
import type { Block, BlockId, Edge, Network } from '../../document/schema'
import type { GraphAnalysis } from '../analyse'
import { edgesInto } from '../wiring'

export const NORMS_AND_DROPOUT: ReadonlySet<string> = new Set([
  'dropout',
  'batchNormalization',
  'layerNormalization'
])

/** The activation that a block ends in, and the parameter that holds it. */
export interface Ending {
  readonly id: BlockId
  readonly block: Block
  readonly activation: ActivationId
  /** Absent where the block has no activation of its own. */
  readonly param: string | undefined
}

/** How a layer ends; `undefined` for what is no layer, or not known. */
export function endingOf(network: Network, root: GraphAnalysis, id: BlockId): Ending | undefined {
  const block = network.blocks[id]
  const spec = block && blockOf(block.type)
  const values = root.blocks.get(id)?.values
  if (!block || spec?.kind !== 'layer' || !values) return undefined
  const param = spec.activationParam
  return { id, block, param, activation: param === undefined ? 'linear' : (values[param] as ActivationId) }
}

/** The blocks of these types on the way back from an edge, nearest first, and the edge that enters the last of them. */
export function backThrough(
  network: Network,
  edge: Edge,
  types: ReadonlySet<string>
): { readonly passed: readonly BlockId[]; readonly edge: Edge | undefined } {
  const passed: BlockId[] = []
  let at: Edge | undefined = edge
  while (at && types.has(network.blocks[at.from.block]?.type ?? '') && !passed.includes(at.from.block)) {
    passed.push(at.from.block)
    at = edgesInto(network, at.from.block, 'in')[0]
  }
  return { passed, edge: at }
}

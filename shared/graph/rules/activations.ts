import type { BlockId, Network } from '../../document/schema'
import { labelOf } from '../../blocks/registry'
import { edgesOutOf } from '../wiring'
import type { Rule } from './rule'

/** What adds up inputs times weights: two in a row are one, unless something between them bends the line. */
const STRAIGHT: ReadonlySet<string> = new Set(['dense', 'conv2d'])

/** What leaves straight lines straight. */
const PASSING: ReadonlySet<string> = new Set([
  'flatten',
  'dropout',
  'averagePooling2d',
  'globalAveragePooling1d'
])

/** Two Dense or Conv2D in a row with no activation between them are no more than one. */
export const activations: Rule = ({ document }) =>
  Object.entries(document.networks).flatMap(([network, content]) =>
    Object.entries(content.blocks).flatMap(([id, block]) => {
      if (!STRAIGHT.has(block.type) || (block.params['activation'] ?? 'linear') !== 'linear') return []
      const next = nextStraight(content, id)
      if (!next) return []
      const one = next.type === block.type ? labelOf(block.type) : 'layer'
      return [
        {
          code: 'no-activation',
          severity: 'warning' as const,
          place: { network, block: id, param: 'activation' },
          message: `“${block.name}” has no activation: with “${next.name}” behind it the two can do no more than one ${one}.`,
          fix: {
            label: `Set activation of ${block.name} to ReLU`,
            edits: [{ kind: 'setParam' as const, network, block: id, name: 'activation', value: 'relu' }]
          }
        }
      ]
    })
  )

/** The Dense or Conv2D that alone reads a block, with nothing between the two that bends the line. */
function nextStraight(network: Network, from: BlockId) {
  const seen = new Set<BlockId>()
  for (let id = from; !seen.has(id);) {
    seen.add(id)
    const [edge, ...others] = edgesOutOf(network, id)
    const reader = edge && network.blocks[edge.to.block]
    if (!edge || !reader || others.length > 0) return undefined
    if (STRAIGHT.has(reader.type)) return reader
    if (!PASSING.has(reader.type)) return undefined
    id = edge.to.block
  }
  return undefined
}

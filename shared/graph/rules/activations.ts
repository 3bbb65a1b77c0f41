import { edgesInto, edgesOutOf } from '../wiring'
import type { Rule } from './rule'

/** Two Dense in a row with nothing between them are no more than one. */
export const activations: Rule = ({ document }) =>
  Object.entries(document.networks).flatMap(([id, network]) =>
    Object.entries(network.blocks).flatMap(([blockId, block]) => {
      const [edge] = edgesInto(network, blockId)
      const before = edge && network.blocks[edge.from.block]
      if (!edge || block.type !== 'dense' || before?.type !== 'dense') return []
      if ((before.params['activation'] ?? 'linear') !== 'linear') return []
      if (edgesOutOf(network, edge.from.block).length > 1) return []
      return [
        {
          code: 'no-activation',
          severity: 'warning' as const,
          place: { network: id, block: edge.from.block, param: 'activation' },
          message: `“${before.name}” has no activation: with “${block.name}” behind it the two can do no more than one Dense.`,
          fix: {
            label: `Give ${before.name} a ReLU`,
            edits: [
              {
                kind: 'setParam' as const,
                network: id,
                block: edge.from.block,
                name: 'activation',
                value: 'relu'
              }
            ]
          }
        }
      ]
    })
  )

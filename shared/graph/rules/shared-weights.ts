import type { GraphAnalysis } from '../analyse'
import type { Problem } from '../problem'
import type { Rule } from './rule'

/** A block that uses the weights of another has the same type, the same shapes, and an owner of its own. */
export const sharedWeights: Rule = ({ document, root, definitions }) =>
  [root, ...definitions.values()].flatMap(graph => {
    const network = document.networks[graph.network]
    return Object.entries(network?.blocks ?? {}).flatMap(([id, block]): Problem[] => {
      if (block.weightsOf === undefined) return []
      const owner = network?.blocks[block.weightsOf]
      const why = mismatch(graph, id, block.weightsOf)
      if (owner && owner.type === block.type && owner.weightsOf === undefined && why === undefined) return []
      return [
        {
          code: 'shared-weights',
          severity: 'error',
          place: { network: graph.network, block: id },
          message: `“${block.name}” shares the weights of “${owner?.name ?? block.weightsOf}”, ${
            owner?.weightsOf === undefined
              ? (why ?? 'which is another kind of block')
              : 'which borrows them itself'
          }.`,
          fix: {
            label: `Give ${block.name} weights of its own`,
            edits: [{ kind: 'setWeightsOf', network: graph.network, block: id, weightsOf: null }]
          }
        }
      ]
    })
  })

function mismatch(graph: GraphAnalysis, id: string, owner: string): string | undefined {
  const shapes = (of: string): string =>
    JSON.stringify(graph.blocks.get(of)?.weights.map(w => [w.name, w.shape]) ?? [])
  if (shapes(id) !== shapes(owner)) return `but needs ${shapes(id)} where that has ${shapes(owner)}`
  const params = (of: string): string => JSON.stringify(graph.blocks.get(of)?.values)
  return params(id) === params(owner) ? undefined : 'but its parameters are not the same'
}

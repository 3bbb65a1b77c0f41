import { ACTIVATIONS } from '../../blocks/activation-table'
import { labelOf } from '../../blocks/registry'
import type { Block, BlockId, Edge, Network } from '../../document/schema'
import { lossOf, type LossId } from '../../training/losses'
import type { GraphAnalysis } from '../analyse'
import { bypassEdges } from '../bypass'
import { fixFor } from '../fixes'
import type { Problem } from '../problem'
import { edgesInto } from '../wiring'
import { backThrough, endingOf, NORMS_AND_DROPOUT } from './last-activation'
import type { Rule } from './rule'

/** Blocks that are right in themselves, but not where they stand: each is better taken away. */
export const placement: Rule = ({ document, root, definitions }) =>
  [root, ...definitions.values()].flatMap(graph => {
    const network = document.networks[graph.network]
    if (!network) return []
    return Object.entries(network.blocks).flatMap(([id, block]): readonly Problem[] => {
      const [edge] = edgesInto(network, id, 'in')
      if (!edge) return []
      const here: Here = { graph, network, id, block, edge }
      switch (block.type) {
        case 'dropout':
          return secondDropout(here)
        case 'activation':
          return secondActivation(here)
        case 'output':
          return beforeOutput(here)
        default:
          return []
      }
    })
  })

/** A block with what enters it. */
interface Here {
  readonly graph: GraphAnalysis
  readonly network: Network
  readonly id: BlockId
  readonly block: Block
  readonly edge: Edge
}

function secondDropout(here: Here): readonly Problem[] {
  const before = here.network.blocks[here.edge.from.block]
  if (before?.type !== 'dropout') return []
  return [
    {
      code: 'dropout-twice',
      message: `“${here.block.name}” follows “${before.name}”: two Dropouts in a row are one with a higher rate.`,
      ...takenAway(here, here.id)
    }
  ]
}

function secondActivation(here: Here): readonly Problem[] {
  const own = endingOf(here.network, here.graph, here.id)?.activation
  const before = endingOf(here.network, here.graph, here.edge.from.block)
  if ((own !== 'softmax' && own !== 'sigmoid') || before?.activation !== own) return []
  return [
    {
      code: 'activation-twice',
      message: `“${here.block.name}” is the second ${ACTIVATIONS[own].label} in a row, behind “${before.block.name}”: it blurs what the first one says.`,
      ...takenAway(here, here.id)
    }
  ]
}

function beforeOutput(here: Here): readonly Problem[] {
  const { network, graph, block: output, edge } = here
  const { passed, edge: first } = backThrough(network, edge, NORMS_AND_DROPOUT)
  const values = graph.blocks.get(here.id)?.values
  const head = values && lossOf(values['loss'] as LossId).head
  // Whether what comes into them are probabilities already.
  const isDone = first !== undefined && endingOf(network, graph, first.from.block)?.activation === head
  return passed.flatMap((id, i): readonly Problem[] => {
    const { type = '', name = id } = network.blocks[id] ?? {}
    if (type === 'dropout' && i === 0)
      return [
        {
          code: 'dropout-last',
          message: `“${name}” stands right before “${output.name}”: while training it sets answers to 0 at random, right ones too.`,
          ...takenAway(here, id)
        }
      ]
    if (type === 'dropout' || !isDone) return []
    return [
      {
        code: 'norm-last',
        message: `“${name}” turns probabilities into other numbers before they reach “${output.name}”: ${labelOf(type)} belongs before the last layer.`,
        ...takenAway(here, id)
      }
    ]
  })
}

function takenAway({ graph, network }: Here, id: BlockId): Omit<Problem, 'code' | 'message'> {
  const past = bypassEdges(network, id)
  return {
    severity: 'warning',
    place: { network: graph.network, block: id },
    ...(past && { fix: fixFor.bypass(graph.network, id, network.blocks[id]?.name ?? id, past) })
  }
}

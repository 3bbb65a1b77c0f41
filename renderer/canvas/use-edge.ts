import type { BlockId, Document, NetworkId } from '../../shared/document/schema'
import { isError, type Problem } from '../../shared/graph/problem'
import { strings } from '../../shared/strings/strings'
import { graphOf, problemsAt } from '../store/analysis'
import { useDocument } from '../store/document'
import { edgeShape, edgeText } from './card-facts'

const words = strings.canvas

interface Ends {
  readonly source: BlockId
  readonly sourcePort: string
  readonly target: BlockId
  readonly targetPort: string
}

/** What travels along an edge: `28×28×1`, the sizes close together, as there is little room between two cards. */
export function useEdgeText(network: NetworkId, ends: Ends): string {
  return useDocument(({ document }) => edgeText(graphOf(document, network), ends.source, ends.sourcePort))
}

/** What is wrong with what an edge brings: `10 expected, gets 13 × 13 × 10`; `null` where nothing is. */
export function useEdgeTrouble(network: NetworkId, ends: Ends): string | null {
  return useDocument(({ document }) => {
    const problem = problemsAt(document, network, ends.target).find(found => isAtEdge(found, ends.targetPort))
    if (!problem) return null
    const shape = shapeOf(document, network, ends)
    return problem.expected !== undefined && shape !== '' ? words.misfit(problem.expected, shape) : shape
  })
}

export function useSpokenEdge(network: NetworkId, ends: Ends): string {
  return useDocument(({ document }) => {
    const nameOf = (id: BlockId): string => document.networks[network]?.blocks[id]?.name ?? id
    return words.spoken.edge(nameOf(ends.source), nameOf(ends.target), shapeOf(document, network, ends))
  })
}

function shapeOf(document: Document, network: NetworkId, { source, sourcePort }: Ends): string {
  return edgeShape(graphOf(document, network), source, sourcePort)
}

/** Whether a problem of a block lies in what comes in at a port of it, as far as that is known. */
function isAtEdge(problem: Problem, port: string): boolean {
  const { place, code } = problem
  if (!isError(problem) || place.param !== undefined || code === 'unknown-type') return false
  return place.port === undefined || place.port === port
}

import type { Block, BlockId, Document, NetworkId } from '../../shared/document/schema'
import { portsOf, type Ports } from '../../shared/graph/ports'
import { isError } from '../../shared/graph/problem'
import { graphOf, problemsAt } from '../store/analysis'
import { useDocument } from '../store/document'
import { cardLine, edgeText, outputShape, parametersOf } from './card-facts'

export { parametersOf } from './card-facts'

/** What a card shows of its block. */
export interface BlockView {
  readonly block: Block
  /** The parameters that matter, or what is wrong with them. */
  readonly line: string
  readonly shape: string
  /** How many weights; 0 where it has none. */
  readonly parameters: number
  readonly ports: Ports
  readonly severity: 'error' | 'warning' | null
}

/** One hook per part, so that a card is drawn again for what it shows alone. */
export function useBlockView(network: NetworkId, id: BlockId): BlockView | null {
  return useDocument(({ document }) => viewOf(document, network, id))
}

const views = new WeakMap<Block, BlockView>()

/** The same object for the same content: a selector's result must not change by itself. */
function viewOf(document: Document, network: NetworkId, id: BlockId): BlockView | null {
  const block = document.networks[network]?.blocks[id]
  if (!block) return null
  const graph = graphOf(document, network)
  const [problem] = problemsAt(document, network, id)
  const view: BlockView = {
    block,
    line: cardLine(block),
    shape: outputShape(graph, id, block),
    parameters: parametersOf(graph, id),
    ports: portsOf(document, block),
    severity: problem?.severity ?? null
  }
  const before = views.get(block)
  if (before && sameView(before, view)) return before
  views.set(block, view)
  return view
}

function sameView(a: BlockView, b: BlockView): boolean {
  return (
    a.shape === b.shape &&
    a.parameters === b.parameters &&
    a.line === b.line &&
    a.severity === b.severity &&
    JSON.stringify(a.ports) === JSON.stringify(b.ports)
  )
}

/** The text on an edge. */
export function useEdgeText(network: NetworkId, block: BlockId, port: string): string {
  return useDocument(({ document }) => edgeText(graphOf(document, network), block, port))
}

export function useHasError(network: NetworkId, id: BlockId): boolean {
  return useDocument(({ document }) => problemsAt(document, network, id).some(isError))
}

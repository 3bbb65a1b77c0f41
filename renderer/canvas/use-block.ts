import type { Block, BlockId, Document, NetworkId } from '../../shared/document/schema'
import { portsOf, type Ports } from '../../shared/graph/ports'
import { isError } from '../../shared/graph/problem'
import { strings } from '../../shared/strings/strings'
import { graphOf, problemsAt } from '../store/analysis'
import { useDocument } from '../store/document'
import { cardLine, outputShape, parametersOf } from './card-facts'
import { spokenBlock } from './spoken'

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
  /** What a screen reader says of it. */
  readonly spoken: string
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
  const problems = problemsAt(document, network, id)
  const [problem] = problems
  const expected = problems.find(found => isError(found) && found.expected !== undefined)?.expected
  const parameters = parametersOf(graph, id)
  const view: BlockView = {
    block,
    line: cardLine(block),
    shape: expected === undefined ? outputShape(graph, id, block) : strings.canvas.expected(expected),
    parameters,
    ports: portsOf(document, block),
    severity: problem?.severity ?? null,
    spoken: spokenBlock({
      document,
      network,
      id,
      block,
      graph,
      problems,
      parameters
    })
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
    a.spoken === b.spoken &&
    JSON.stringify(a.ports) === JSON.stringify(b.ports)
  )
}

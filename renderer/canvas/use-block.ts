import { counted } from '../../shared/blocks/weights'
import { blockOf, labelOf } from '../../shared/blocks/registry'
import { readParams } from '../../shared/blocks/params'
import { shapeText, type TensorType } from '../../shared/blocks/tensor-type'
import type { Block, BlockId, Document, NetworkId } from '../../shared/document/schema'
import type { GraphAnalysis } from '../../shared/graph/analyse'
import { portsOf, type Ports } from '../../shared/graph/ports'
import { isError } from '../../shared/graph/problem'
import { strings } from '../../shared/strings/strings'
import { graphOf, problemsAt } from '../store/analysis'
import { useDocument } from '../store/document'
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
  const view: BlockView = {
    block,
    line: cardLine(block),
    shape: expected === undefined ? outputShape(graph, id, block) : strings.canvas.expected(expected),
    parameters: parametersOf(graph, id),
    ports: portsOf(document, block),
    severity: problem?.severity ?? null,
    spoken: spokenBlock({
      document,
      network,
      id,
      block,
      graph,
      problems,
      parameters: parametersOf(graph, id)
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

function cardLine(block: Block): string {
  const spec = blockOf(block.type)
  const values = spec && readParams(spec.params, block.params)
  return spec && values?.ok ? spec.card(values.value) : labelOf(block.type)
}

/** Of an Output, which gives nothing, the shape that it gets. */
function outputShape(graph: GraphAnalysis | undefined, id: BlockId, block: Block): string {
  const known = graph?.blocks.get(id)
  const outs: readonly (TensorType | null | undefined)[] = Object.values(known?.outTypes ?? {})
  const isEnd = ['output', 'group-output'].includes(blockOf(block.type)?.kind ?? '')
  const [type] = isEnd ? (known?.inTypes['in'] ?? []) : outs
  return type ? shapeText(type.shape) : strings.canvas.nothingYet
}

/** All weights of a block; of a group, those of all that is inside, as often as it is repeated. */
export function parametersOf(graph: GraphAnalysis | undefined, id: BlockId): number {
  const known = graph?.blocks.get(id)
  if (!known) return 0
  if (!known.inside) return counted(known.weights)
  const repeat = Number(known.values?.['repeat'] ?? 1)
  return (
    repeat *
    [...known.inside.blocks.keys()].reduce((sum, inner) => sum + parametersOf(known.inside, inner), 0)
  )
}

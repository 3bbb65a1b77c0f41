import { labelOf } from '../../shared/blocks/registry'
import { shapeText, type TensorType } from '../../shared/blocks/tensor-type'
import type { Block, BlockId, Document, NetworkId } from '../../shared/document/schema'
import type { GraphAnalysis } from '../../shared/graph/analyse'
import { isError, type Problem } from '../../shared/graph/problem'
import { edgesInto, edgesOutOf } from '../../shared/graph/wiring'
import { countText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'

const words = strings.canvas.spoken

interface Spoken {
  readonly document: Document
  readonly network: NetworkId
  readonly id: BlockId
  readonly block: Block
  readonly graph: GraphAnalysis | undefined
  /** Errors first. */
  readonly problems: readonly Problem[]
  readonly parameters: number
}

/**
 * What a screen reader says of a block, what matters first: `Dense 1, Dense, 784 in from Flatten, 512 out to Dense 2,
 * 401,920 parameters, 1 problem: …`.
 */
export function spokenBlock({
  document,
  network: id,
  id: own,
  block,
  graph,
  problems,
  parameters
}: Spoken): string {
  const network = document.networks[id]
  if (!network) return block.name
  const nameOf = (other: BlockId): string => network.blocks[other]?.name ?? other
  const sources = unique(edgesInto(network, own).map(({ from }) => nameOf(from.block)))
  const readers = unique(edgesOutOf(network, own).map(({ to }) => nameOf(to.block)))
  const known = graph?.blocks.get(own)
  const incoming = shapesOf(Object.values(known?.inTypes ?? {}).flat())
  const outgoing = shapesOf(Object.values(known?.outTypes ?? {}))
  const label = labelOf(block.type)
  const [first] = problems
  const errors = problems.filter(isError).length
  return [
    block.name,
    ...(block.name === label ? [] : [label]),
    ...(incoming !== ''
      ? [words.inside(incoming, sources)]
      : sources.length > 0
        ? [words.from(sources)]
        : []),
    ...(outgoing !== '' ? [words.outside(outgoing, readers)] : readers.length > 0 ? [words.to(readers)] : []),
    ...(parameters > 0 ? [words.parameters(countText(parameters))] : []),
    ...(first
      ? [errors > 0 ? words.problems(errors, first.message) : words.hints(problems.length, first.message)]
      : [])
  ].join(', ')
}

function shapesOf(types: readonly (TensorType | null)[]): string {
  return unique(types.flatMap(type => (type ? [shapeText(type.shape)] : []))).join(', ')
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}

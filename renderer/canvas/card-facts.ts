import { counted } from '../../shared/blocks/weights'
import { blockOf, labelOf } from '../../shared/blocks/registry'
import { readParams } from '../../shared/blocks/params'
import { shapeText, type TensorType } from '../../shared/blocks/tensor-type'
import type { Block, BlockId } from '../../shared/document/schema'
import type { GraphAnalysis } from '../../shared/graph/analyse'
import { strings } from '../../shared/strings/strings'

/** The parameters that matter, or what kind of block it is where they can't be read. */
export function cardLine(block: Block): string {
  const spec = blockOf(block.type)
  const values = spec && readParams(spec.params, block.params)
  return spec && values?.ok ? spec.card(values.value) : labelOf(block.type)
}

/** What a block gives; of an Output, which gives nothing, what it gets. */
export function outputShape(graph: GraphAnalysis | undefined, id: BlockId, block: Block): string {
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

/** The shape that travels along an edge; empty where it is not known. */
export function edgeShape(graph: GraphAnalysis | undefined, from: BlockId, port: string): string {
  const type = graph?.blocks.get(from)?.outTypes[port]
  return type ? shapeText(type.shape) : ''
}

/** The same as it stands on the edge: sizes close together, as there is little room between two cards. */
export function edgeText(graph: GraphAnalysis | undefined, from: BlockId, port: string): string {
  return edgeShape(graph, from, port).replaceAll(' ', '')
}

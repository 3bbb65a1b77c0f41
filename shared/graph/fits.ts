import { blockOf } from '../blocks/registry'
import { sameType, type TensorType } from '../blocks/tensor-type'
import type { Block, BlockId, Document, Edge, NetworkId } from '../document/schema'
import type { GraphAnalysis } from './analyse'
import { portsOf } from './ports'
import { given, takes, type Arriving } from './takes'
import { downstream, upstream } from './topology'
import { edgesInto } from './wiring'

/** Where an edge begins that is being drawn; it ends on the other side of another block. */
export interface End {
  readonly block: BlockId
  readonly port: string
  readonly side: 'out' | 'in'
}

/** Whether two ports go together: what is `not-yet` right can be connected and then mended, what is `never` can't. */
export type Fit =
  | { readonly kind: 'fits' }
  | { readonly kind: 'not-yet'; readonly why: string }
  | { readonly kind: 'never'; readonly why: string }

/** By block, then by the ports of the side where the edge would end. */
export type Fits = ReadonlyMap<BlockId, Readonly<Record<string, Fit>>>

const FITS: Fit = { kind: 'fits' }
const SELF: Fit = { kind: 'never', why: 'A block can’t be its own input.' }
const THERE: Fit = { kind: 'never', why: 'These two are connected already.' }

/** What two ports of the same side say. */
export const SAME_SIDE = {
  out: 'Both are outputs: an edge leads from an output to an input.',
  in: 'Both are inputs: an edge leads from an output to an input.'
} as const

/** Where an edge from `end` can lead: each block is asked once, so that a thousand cost a few milliseconds. */
export function fitsFrom(document: Document, id: NetworkId, graph: GraphAnalysis, end: End): Fits {
  const network = document.networks[id]
  const own = network?.blocks[end.block]
  if (!network || !own) return new Map()
  const circle = end.side === 'out' ? upstream(network, [end.block]) : downstream(network, [end.block])
  const typeOf = (block: BlockId, port: string): TensorType | null =>
    graph.blocks.get(block)?.outTypes[port] ?? null
  // Many outputs have one type; what an input says of it is asked once.
  const asked: { readonly type: TensorType | null; readonly fit: Fit }[] = []
  const ownTakes = (type: TensorType | null): Fit => {
    const before = asked.find(one => one.type === type || (one.type && type && sameType(one.type, type)))
    if (before) return before.fit
    const fit = fitOf(document, own, arrivingAt(graph, end.block), end.port, type)
    asked.push({ type, fit })
    return fit
  }
  const fitAt = (other: BlockId, block: Block, port: string): Fit => {
    if (other === end.block) return SELF
    const [source, target] = end.side === 'out' ? [end.block, other] : [other, end.block]
    const [from, to] = end.side === 'out' ? [end.port, port] : [port, end.port]
    const isThere = edgesInto(network, target, to).some(
      edge => edge.from.block === source && edge.from.port === from
    )
    if (isThere) return THERE
    if (circle.has(other)) {
      const [first, last] = end.side === 'out' ? [block.name, own.name] : [own.name, block.name]
      return { kind: 'never', why: `This would make a circle: “${first}” already leads to “${last}”.` }
    }
    return end.side === 'in'
      ? ownTakes(typeOf(other, port))
      : fitOf(document, block, arrivingAt(graph, other), port, typeOf(end.block, end.port))
  }
  return new Map(
    Object.entries(network.blocks).map(([other, block]) => {
      const ports = portsOf(document, block)[end.side === 'out' ? 'in' : 'out']
      return [other, Object.fromEntries(ports.map(port => [port.id, fitAt(other, block, port.id)]))]
    })
  )
}

/** The first port of a block where an edge would fit, else could be; with its fit. */
export function bestPort(fits: Fits, block: BlockId): readonly [port: string, fit: Fit] | undefined {
  const ports = Object.entries(fits.get(block) ?? {})
  return (
    ports.find(([, fit]) => fit.kind === 'fits') ??
    ports.find(([, fit]) => fit.kind === 'not-yet') ??
    ports[0]
  )
}

/** Where a new block is to stand: behind an output, before an input, on an edge, or by itself. */
export type Opening =
  | { readonly kind: 'free' }
  | { readonly kind: 'end'; readonly end: End }
  | { readonly kind: 'edge'; readonly edge: Edge }

/** Whether a block that is not there yet would fit; `never` where it lacks a port. */
export function fitOfNew(
  document: Document,
  id: NetworkId,
  graph: GraphAnalysis,
  opening: Opening,
  block: Block
): Fit {
  if (opening.kind === 'free') return FITS
  const ports = portsOf(document, block)
  const label = blockOf(block.type)?.label ?? block.type
  const from = opening.kind === 'edge' ? opening.edge.from : opening.end.side === 'out' ? opening.end : null
  const to = opening.kind === 'edge' ? opening.edge.to : opening.end.side === 'in' ? opening.end : null
  const [input] = ports.in
  const [output] = ports.out
  if (from && !input) return { kind: 'never', why: `${label} takes nothing in.` }
  if (to && !output) return { kind: 'never', why: `${label} gives nothing on.` }
  const incoming = from && (graph.blocks.get(from.block)?.outTypes[from.port] ?? null)
  if (from && input) {
    const fit = fitOf(document, block, {}, input.id, incoming)
    if (fit.kind !== 'fits') return fit
  }
  const target = to && document.networks[id]?.blocks[to.block]
  if (!to || !target || !output) return FITS
  const outgoing = given(document, block, input && { [input.id]: [incoming] })[output.id] ?? null
  const there = arrivingAt(graph, to.block)
  const rest = opening.kind === 'edge' ? without(document, id, there, opening.edge) : there
  return fitOf(document, target, rest, to.port, outgoing)
}

function fitOf(
  document: Document,
  block: Block,
  arriving: Arriving,
  port: string,
  type: TensorType | null
): Fit {
  const why = type && takes(document, block, arriving, port, type)
  return why === null ? FITS : { kind: 'not-yet', why }
}

function arrivingAt(graph: GraphAnalysis, block: BlockId): Arriving {
  return graph.blocks.get(block)?.inTypes ?? {}
}

/** What arrives, but for one edge. */
function without(document: Document, id: NetworkId, arriving: Arriving, { from, to }: Edge): Arriving {
  const network = document.networks[id]
  const at = network
    ? edgesInto(network, to.block, to.port).findIndex(
        edge => edge.from.block === from.block && edge.from.port === from.port
      )
    : -1
  return { ...arriving, [to.port]: (arriving[to.port] ?? []).filter((_, i) => i !== at) }
}

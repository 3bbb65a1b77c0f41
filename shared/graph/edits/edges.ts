import { castDraft } from 'mutative'
import { limits } from '../../document/limits'
import { edgeSchema, type Block, type Document, type Edge, type NetworkId } from '../../document/schema'
import { ok, type Result } from '../../result'
import { downstream } from '../topology'
import { planBlock } from './blocks'
import type { EditOf } from './edit'
import {
  blockName,
  draftNetwork,
  findBlock,
  findNetwork,
  parsePart,
  refuse,
  sameEdge,
  unchanged,
  type EditRefusal,
  type Plan
} from './refusal'

export const connect: Plan<EditOf<'connect'>> = (document, { network: id, edge: given, index, replace }) => {
  const checked = checkEdge(document, id, given)
  if (!checked.ok) return checked
  const { network, edge } = checked.value
  if (edge.from.block === edge.to.block)
    return refuse('self-loop', `${blockName(document, id, edge.to.block)} can’t be its own input.`)
  const enters = (other: Edge): boolean => isPort(other, edge.to.block, edge.to.port)
  const before = network.edges.filter(enters)
  if (replace === true && before.length === 1 && before.some(other => sameEdge(other, edge)))
    return ok(unchanged)
  const kept = replace === true ? network.edges.filter(other => !enters(other)) : network.edges
  if (kept.some(other => sameEdge(other, edge)))
    return refuse('duplicate-edge', `${arrow(document, id, edge)} are already connected by these ports.`)
  if (kept.length >= limits.edges)
    return refuse('too-many', `A network holds ${limits.edges.toLocaleString('en')} edges at most.`)
  if (downstream({ ...network, edges: kept }, [edge.to.block]).has(edge.from.block))
    return refuse('cycle', `${arrow(document, id, edge)} can’t be connected: data would run in a circle.`)
  const at = placeFor(kept, replace === true ? network.edges.findIndex(enters) : -1, enters, index)
  if (at === null)
    return refuse(
      'invalid',
      `index must be a whole number from 0 to ${kept.filter(enters).length}, got ${index}.`
    )
  return ok(draft => {
    draftNetwork(draft, id).edges = castDraft(kept.toSpliced(at, 0, edge))
  })
}

/** Where in the list an edge goes to be the `index`-th into its port, or where the first that it replaces was. */
function placeFor(
  edges: readonly Edge[],
  replaced: number,
  enters: (edge: Edge) => boolean,
  index: number | undefined
): number | null {
  if (replaced >= 0) return replaced
  if (index === undefined) return edges.length
  const places = edges.flatMap((edge, place) => (enters(edge) ? [place] : []))
  return places[index] ?? (index === places.length ? edges.length : null)
}

export const disconnect: Plan<EditOf<'disconnect'>> = (document, { network: id, edge }) => {
  const found = findEdge(document, id, edge)
  if (!found.ok) return found
  const { edges, at } = found.value
  return ok(draft => {
    draftNetwork(draft, id).edges = castDraft(edges.toSpliced(at, 1))
  })
}

export const insertBetween: Plan<EditOf<'insertBetween'>> = (document, edit) => {
  const found = findEdge(document, edit.network, edit.edge)
  if (!found.ok) return found
  const { edges, at } = found.value
  const added = planBlock(document, edit.network, edit.id, edit.block, edit.at)
  if (!added.ok) return added
  const into = { from: edit.edge.from, to: { block: edit.id, port: edit.inPort } }
  const outOf = { from: { block: edit.id, port: edit.outPort }, to: edit.edge.to }
  const first = parsePart(edgeSchema, into, 'an edge')
  if (!first.ok) return first
  const second = parsePart(edgeSchema, outOf, 'an edge')
  if (!second.ok) return second
  if (edges.length >= limits.edges)
    return refuse('too-many', `A network holds ${limits.edges.toLocaleString('en')} edges at most.`)
  return ok(draft => {
    added.value(draft)
    draftNetwork(draft, edit.network).edges = castDraft(edges.toSpliced(at, 1, first.value, second.value))
  })
}

export const reorderInputs: Plan<EditOf<'reorderInputs'>> = (
  document,
  { network: id, block, port, order }
) => {
  const found = findBlock(document, id, block)
  if (!found.ok) return found
  const edges = document.networks[id]?.edges ?? []
  const places = edges.flatMap((edge, place) => (isPort(edge, block, port) ? [place] : []))
  const isPermutation = order.length === places.length && places.every((_, index) => order.includes(index))
  if (!isPermutation)
    return refuse(
      'invalid',
      `The order must name each of the ${places.length} edges into this port once, got ${order.length} places.`
    )
  const next = [...edges]
  for (const [index, place] of places.entries()) {
    const edge = edges[places[order[index] ?? index] ?? place]
    if (edge !== undefined) next[place] = edge
  }
  return ok(draft => {
    if (order.some((old, index) => old !== index)) draftNetwork(draft, id).edges = castDraft(next)
  })
}

function checkEdge(
  document: Document,
  id: NetworkId,
  given: Edge
): Result<{ readonly network: Document['networks'][string]; readonly edge: Edge }, EditRefusal> {
  const network = findNetwork(document, id)
  if (!network.ok) return network
  const edge = parsePart(edgeSchema, given, 'an edge')
  if (!edge.ok) return edge
  for (const end of [edge.value.from, edge.value.to]) {
    const block: Result<Block, EditRefusal> = findBlock(document, id, end.block)
    if (!block.ok) return block
  }
  return ok({ network: network.value, edge: edge.value })
}

function findEdge(
  document: Document,
  id: NetworkId,
  edge: Edge
): Result<{ readonly edges: readonly Edge[]; readonly at: number }, EditRefusal> {
  const checked = checkEdge(document, id, edge)
  if (!checked.ok) return checked
  const { edges } = checked.value.network
  const at = edges.findIndex(other => sameEdge(other, edge))
  return at >= 0
    ? ok({ edges, at })
    : refuse('unknown-edge', `${arrow(document, id, edge)} are not connected by these ports.`)
}

function isPort(edge: Edge, block: string, port: string): boolean {
  return edge.to.block === block && edge.to.port === port
}

function arrow(document: Document, network: NetworkId, { from, to }: Edge): string {
  return `${blockName(document, network, from.block)} and ${blockName(document, network, to.block)}`
}

import { blockOf, labelOf } from '../../blocks/registry'
import type { Document, Edge, Network, NetworkId } from '../../document/schema'
import type { Edit } from '../edits/edit'
import { definitionOf, portsOf } from '../ports'
import type { Fix, Problem } from '../problem'
import { downstream } from '../topology'
import { edgesInto } from '../wiring'
import type { Rule } from './rule'

/** Every edge begins at an output that its block has; those that end at no input are told of by the block. */
export const outPorts: Rule = ({ document }) =>
  Object.entries(document.networks).flatMap(([id, network]) =>
    network.edges.flatMap(edge => check(document, id, network, edge))
  )

function check(document: Document, id: NetworkId, network: Network, edge: Edge): readonly Problem[] {
  const block = network.blocks[edge.from.block]
  const spec = block && blockOf(block.type)
  if (!block || !spec || (spec.kind === 'group' && !definitionOf(document, block))) return []
  const { out } = portsOf(document, block)
  if (out.some(port => port.id === edge.from.port)) return []
  const fix = mend(id, network, edge, out[0]?.id)
  return [
    {
      code: 'no-port',
      severity: 'error',
      place: { network: id, block: edge.to.block, port: edge.to.port },
      message: `“${network.blocks[edge.to.block]?.name ?? ''}” reads “${edge.from.port}” of “${block.name}”, but ${labelOf(block.type)} has ${out.map(port => port.label).join(', ') || 'no output'}.`,
      ...(fix && { fix })
    }
  ]
}

/** The edge goes from the first output; where there is none, or it does already, or data would run in a circle, it goes if others come in too. */
function mend(id: NetworkId, network: Network, edge: Edge, first: string | undefined): Fix | undefined {
  const away: Edit = { kind: 'disconnect', network: id, edge }
  const others = edgesInto(network, edge.to.block, edge.to.port).filter(other => other !== edge)
  const isCircle = downstream(network, [edge.to.block]).has(edge.from.block)
  const isDoubled = others.some(other => other.from.block === edge.from.block && other.from.port === first)
  if (first !== undefined && !isDoubled && !isCircle)
    return {
      label: `Read “${first}” instead`,
      edits: [
        away,
        {
          kind: 'connect',
          network: id,
          edge: { from: { block: edge.from.block, port: first }, to: edge.to }
        }
      ]
    }
  return others.length > 0 ? { label: 'Remove the edge', edits: [away] } : undefined
}

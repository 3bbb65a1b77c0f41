import { blockOf } from '../../blocks/registry'
import type { BlockId, Document, Edge, Network, NetworkId } from '../../document/schema'
import { fixFor } from '../fixes'
import { inputParams, outputParams } from '../dataset-params'
import { newBlock } from '../new-block'
import { portsOf } from '../ports'
import type { Fix, Problem } from '../problem'
import { downstream } from '../topology'
import { edgesInto, edgesOutOf } from '../wiring'
import { reaching } from './reach'
import type { Rule } from './rule'

/** Empty canvas, no output, and blocks that lead nowhere. */
export const ends: Rule = ({ document }) =>
  Object.entries(document.networks).flatMap(([id, network]) =>
    id === document.root
      ? [...rootProblems(document, id, network), ...looseEnds(document, id, network)]
      : looseEnds(document, id, network)
  )

function rootProblems(document: Document, id: NetworkId, network: Network): Problem[] {
  const blocks = Object.entries(network.blocks)
  if (blocks.length === 0)
    return [
      {
        code: 'empty',
        severity: 'error',
        place: { network: id },
        message: 'There are no blocks yet: begin with an Input.',
        fix: {
          label: 'Add an Input',
          edits: [
            {
              kind: 'addBlock',
              network: id,
              id: 'input-new',
              block: newBlock(network, 'input', inputParams(document))
            }
          ]
        }
      }
    ]
  if (blocks.some(([, block]) => block.type === 'output')) return []
  const loose = blocks.filter(([blockId]) => looseOutput(document, network, blockId) !== undefined)
  const [last] = loose.map(([blockId]) => blockId)
  return [
    {
      code: 'no-output',
      severity: 'error',
      place: { network: id },
      message: 'There is no Output: nothing says what the network should learn.',
      ...(loose.length === 1 && last !== undefined && { fix: addOutput(document, id, network, last) })
    }
  ]
}

/** A new Output behind a block. */
function addOutput(document: Document, id: NetworkId, network: Network, last: BlockId): Fix {
  const port = looseOutput(document, network, last) ?? 'out'
  return {
    label: `Add an Output after ${network.blocks[last]?.name ?? last}`,
    edits: [
      {
        kind: 'addBlock',
        network: id,
        id: 'output-new',
        block: newBlock(network, 'output', outputParams(document))
      },
      {
        kind: 'connect',
        network: id,
        edge: { from: { block: last, port }, to: { block: 'output-new', port: 'in' } }
      }
    ]
  }
}

function looseEnds(document: Document, id: NetworkId, network: Network): Problem[] {
  return Object.entries(network.blocks).flatMap(([blockId, block]): Problem[] => {
    const port = looseOutput(document, network, blockId)
    // A block whose weights another one uses takes part all the same.
    if (port === undefined || reaching(network).has(blockId)) return []
    const fix = connectLoose(document, id, network, blockId, port)
    return [
      {
        code: 'loose-end',
        severity: 'warning',
        place: { network: id, block: blockId, port },
        message: `“${block.name}” leads nowhere: it is left out of training.`,
        ...(fix && { fix })
      }
    ]
  })
}

/** An output port of a block that nothing reads, where nothing else of the block is read either. */
function looseOutput(document: Document, network: Network, id: BlockId): string | undefined {
  const block = network.blocks[id]
  if (!block || blockOf(block.type) === undefined) return undefined
  const [first] = portsOf(document, block).out
  return first && edgesOutOf(network, id).length === 0 ? first.id : undefined
}

/** The one block that waits for something, if there is just one and it makes no circle. */
function connectLoose(
  document: Document,
  id: NetworkId,
  network: Network,
  from: BlockId,
  port: string
): Fix | undefined {
  const waiting = Object.entries(network.blocks).flatMap(([blockId, block]): [Edge, string][] =>
    portsOf(document, block)
      .in.filter(p => p.arity !== 'optional' && edgesInto(network, blockId, p.id).length === 0)
      .map(p => [{ from: { block: from, port }, to: { block: blockId, port: p.id } }, block.name])
  )
  const [only] = waiting
  if (!only || waiting.length > 1) return undefined
  const [edge, name] = only
  if (downstream(network, [edge.to.block]).has(from)) return undefined
  return fixFor.connect(id, edge, `Connect it to ${name}`)
}

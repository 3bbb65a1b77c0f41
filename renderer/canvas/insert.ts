import { labelOf } from '../../shared/blocks/registry'
import { newId } from '../../shared/document/create'
import type { BlockId, Document, Edge, NetworkId, Position } from '../../shared/document/schema'
import { applyEdits } from '../../shared/graph/edits/apply'
import type { Edit } from '../../shared/graph/edits/edit'
import { sameEdge } from '../../shared/graph/edits/refusal'
import { newBlock } from '../../shared/graph/new-block'
import { portsOf } from '../../shared/graph/ports'
import { edgesInto, edgesOutOf } from '../../shared/graph/wiring'
import { strings } from '../../shared/strings/strings'
import { defaultsFor } from '../palette/data-defaults'
import { useDocument } from '../store/document'
import { edit } from '../store/edit-document'
import { notify, select } from '../store/session'
import { shownNetwork } from '../store/shown'
import { say } from './canvas-state'
import { placesBetween } from './layout/place'

/** Whether a type of block has a way in and a way out, so that it can stand on an edge. */
export function canStandOn(document: Document, type: string): boolean {
  const ports = portsOf(document, newBlock(undefined, type, defaultsFor(type, document)))
  return ports.in.length > 0 && ports.out.length > 0
}

/** Whether a block that is dragged may be put into an edge: one that is not connected yet. */
export function isLoose(document: Document, network: NetworkId, id: BlockId): boolean {
  const content = document.networks[network]
  const block = content?.blocks[id]
  if (!content || !block) return false
  const ports = portsOf(document, block)
  const unused = edgesInto(content, id).length === 0 && edgesOutOf(content, id).length === 0
  return unused && ports.in.length > 0 && ports.out.length > 0
}

/** Puts a new block into an edge: where it was dropped if it has room there, else others make room. */
export function insertNew(type: string, edge: Edge, at: Position): void {
  const { document } = useDocument.getState()
  const { id: network, network: content } = shownNetwork()
  const id = newId(type, taken => Object.hasOwn(content.blocks, taken))
  const block = newBlock(content, type, defaultsFor(type, document))
  const ports = portsOf(document, block)
  const [input, output] = [ports.in[0], ports.out[0]]
  if (!input || !output) return
  const insertion: Edit = {
    kind: 'insertBetween',
    network,
    edge,
    id,
    block,
    inPort: input.id,
    outPort: output.id,
    at
  }
  const done = edit([insertion, ...room(document, network, [insertion], edge, id, at)])
  if (!done.ok) return notify({ kind: 'error', title: strings.canvas.label, text: done.error.message })
  select([id])
  say(strings.canvas.inserted(labelOf(type)))
}

/** Puts a block that is there into an edge; part of the drag that goes on. */
export function insertExisting(id: BlockId, edge: Edge, at: Position): boolean {
  const { document } = useDocument.getState()
  const { id: network, network: content } = shownNetwork()
  const block = content.blocks[id]
  const ports = block && portsOf(document, block)
  const [input, output] = [ports?.in[0], ports?.out[0]]
  if (!block || !input || !output) return false
  const index = edgesInto(content, edge.to.block, edge.to.port).findIndex(other => sameEdge(other, edge))
  const edits: readonly Edit[] = [
    { kind: 'disconnect', network, edge },
    { kind: 'connect', network, edge: { from: edge.from, to: { block: id, port: input.id } } },
    { kind: 'connect', network, edge: { from: { block: id, port: output.id }, to: edge.to }, index }
  ]
  const done = edit([...edits, ...room(document, network, edits, edge, id, at)])
  if (!done.ok) return false
  say(strings.canvas.inserted(block.name))
  return true
}

function room(
  document: Document,
  network: NetworkId,
  edits: readonly Edit[],
  edge: Edge,
  id: BlockId,
  at: Position
): readonly Edit[] {
  const after = applyEdits(document, edits)
  const content = after.ok ? after.value.networks[network] : undefined
  if (!content) return []
  const positions = placesBetween(content, document.view.positions[network] ?? {}, edge, id, at)
  return Object.keys(positions).length === 0 ? [] : [{ kind: 'moveBlocks', network, positions }]
}

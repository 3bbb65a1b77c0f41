import { newId } from '../../shared/document/create'
import type { BlockId, Position } from '../../shared/document/schema'
import type { Edit } from '../../shared/graph/edits/edit'
import { newBlock } from '../../shared/graph/new-block'
import { portsOf } from '../../shared/graph/ports'
import { edgesOutOf } from '../../shared/graph/wiring'
import { reveal } from '../canvas/reveal'
import { freeSpot } from '../canvas/layout/place'
import { pitch } from '../canvas/layout/measures'
import { useDocument } from '../store/document'
import { edit } from '../store/edit-document'
import { notify, select, useSession } from '../store/session'
import { shownNetwork } from '../store/shown'
import { strings } from '../../shared/strings/strings'
import { defaultsFor } from './data-defaults'

/** Adds a block where it was dropped; without a place behind the selected block, connected to its loose output. */
export function addBlock(type: string, dropped?: Position): void {
  const { document } = useDocument.getState()
  const { id: network, network: content } = shownNetwork()
  const id = newId(type, taken => Object.hasOwn(content.blocks, taken))
  const block = newBlock(content, type, defaultsFor(type, document))
  const behind = dropped === undefined ? blockToFollow() : undefined
  const positions = document.view.positions[network] ?? {}
  const before = behind === undefined ? undefined : positions[behind]
  const wish = before ? { x: before.x + pitch.x, y: before.y } : { x: 0, y: 0 }
  const at = dropped ?? freeSpot(Object.values(positions), wish)
  const edits: Edit[] = [{ kind: 'addBlock', network, id, block, at }]
  const output = behind === undefined ? undefined : looseOutput(behind)
  const [input] = portsOf(document, block).in
  if (behind !== undefined && output !== undefined && input)
    edits.push({
      kind: 'connect',
      network,
      edge: { from: { block: behind, port: output }, to: { block: id, port: input.id } }
    })
  const added = edit(edits)
  if (added.ok) {
    select([id])
    reveal(id)
  } else notify({ kind: 'error', title: strings.palette.label, text: added.error.message })
}

/** The one block that is selected; else the only one whose output leads nowhere. */
function blockToFollow(): BlockId | undefined {
  const { network } = shownNetwork()
  const [selected, ...others] = useSession.getState().selection
  if (selected !== undefined && others.length === 0 && network.blocks[selected] !== undefined) return selected
  const loose = Object.keys(network.blocks).filter(id => looseOutput(id) !== undefined)
  return loose.length === 1 ? loose[0] : undefined
}

function looseOutput(id: BlockId): string | undefined {
  const { network } = shownNetwork()
  const block = network.blocks[id]
  if (!block) return undefined
  const { out } = portsOf(useDocument.getState().document, block)
  return out.find(port => edgesOutOf(network, id, port.id).length === 0)?.id
}

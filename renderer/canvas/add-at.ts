import { labelOf } from '../../shared/blocks/registry'
import { newId } from '../../shared/document/create'
import type { Edge, Position } from '../../shared/document/schema'
import type { Edit } from '../../shared/graph/edits/edit'
import type { Opening } from '../../shared/graph/fits'
import { newBlock } from '../../shared/graph/new-block'
import { portsOf } from '../../shared/graph/ports'
import { strings } from '../../shared/strings/strings'
import { defaultsFor } from '../palette/data-defaults'
import { useDocument } from '../store/document'
import { edit } from '../store/edit-document'
import { notify, select } from '../store/session'
import { shownNetwork } from '../store/shown'
import { say } from './canvas-state'
import { takesOne } from './connect'
import { insertNew } from './insert'
import { size } from './layout/measures'
import { reveal } from './reveal'

/** Adds a block at a place of the canvas and connects it to what it was asked for, as one step. */
export function addAt(type: string, opening: Opening, at: Position): void {
  if (opening.kind === 'edge') return insertNew(type, opening.edge, corner(at, 'middle'))
  const { document } = useDocument.getState()
  const { id: network, network: content } = shownNetwork()
  const id = newId(type, taken => Object.hasOwn(content.blocks, taken))
  const block = newBlock(content, type, defaultsFor(type, document))
  const side = opening.kind === 'free' ? 'middle' : opening.end.side === 'out' ? 'left' : 'right'
  const edits: Edit[] = [{ kind: 'addBlock', network, id, block, at: corner(at, side) }]
  if (opening.kind === 'end') {
    const ports = portsOf(document, block)
    const { block: other, port, side: from } = opening.end
    const own = (from === 'out' ? ports.in : ports.out)[0]
    if (own) {
      const [here, there] = [
        { block: id, port: own.id },
        { block: other, port }
      ]
      const edge: Edge = from === 'out' ? { from: there, to: here } : { from: here, to: there }
      edits.push({ kind: 'connect', network, edge, replace: from === 'in' && takesOne(edge) })
    }
  }
  const added = edit(edits)
  if (!added.ok) return notify({ kind: 'error', title: strings.palette.label, text: added.error.message })
  select([id])
  reveal(id)
  say(strings.canvas.added(labelOf(type)))
}

/** The corner of a card whose middle, or the middle of one of its sides, lies at a place. */
function corner({ x, y }: Position, side: 'left' | 'middle' | 'right'): Position {
  const beside = { left: 0, middle: size.width / 2, right: size.width }[side]
  return { x: Math.round(x - beside), y: Math.round(y - size.height / 2) }
}

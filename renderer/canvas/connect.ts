import type { BlockId, Edge } from '../../shared/document/schema'
import { bestPort, fitsFrom, type End, type Fit, type Fits } from '../../shared/graph/fits'
import { portsOf } from '../../shared/graph/ports'
import { strings } from '../../shared/strings/strings'
import { graphOf } from '../store/analysis'
import { useDocument } from '../store/document'
import { edit } from '../store/edit-document'
import { shownNetwork } from '../store/shown'
import { refuse, say, type Spot } from './canvas-state'

const words = strings.canvas

const nowhere: Fits = new Map()

/** Where an edge from a port of the network on the canvas can lead. */
export function fitsOf(end: End): Fits {
  const { document } = useDocument.getState()
  const { id } = shownNetwork()
  const graph = graphOf(document, id)
  return graph ? fitsFrom(document, id, graph, end) : nowhere
}

/** Connects a port with a port of another block, or says at `spot` why that can't be. */
export function connectEnds(end: End, block: BlockId, port: string, fit: Fit | undefined, spot: Spot): void {
  if (fit?.kind === 'never') return refuse(fit.why, spot)
  const other = { block, port }
  const edge: Edge = end.side === 'out' ? { from: portOf(end), to: other } : { from: other, to: portOf(end) }
  const { id, network } = shownNetwork()
  const connected = edit([{ kind: 'connect', network: id, edge, replace: takesOne(edge) }])
  if (!connected.ok) return refuse(connected.error.message, spot)
  const name = (block: BlockId): string => network.blocks[block]?.name ?? block
  const told = words.connected(name(edge.from.block), name(edge.to.block))
  say(fit?.kind === 'not-yet' ? `${told} ${fit.why}` : told)
}

/** As `connectEnds`, with the port of the block that suits best. */
export function connectBlock(end: End, fits: Fits, block: BlockId, spot: Spot): void {
  const best = bestPort(fits, block)
  if (best) return connectEnds(end, block, best[0], best[1], spot)
  const name = shownNetwork().network.blocks[block]?.name ?? block
  refuse(end.side === 'out' ? words.takesNothing(name) : words.givesNothing(name), spot)
}

/** Whether the port where an edge ends lets go of the one that it has. */
export function takesOne({ to }: Edge): boolean {
  const { document } = useDocument.getState()
  const block = shownNetwork().network.blocks[to.block]
  const port = block && portsOf(document, block).in.find(({ id }) => id === to.port)
  return port?.arity !== 'many'
}

function portOf({ block, port }: End): Edge['from'] {
  return { block, port }
}

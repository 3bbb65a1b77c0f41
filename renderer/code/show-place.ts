import type { BlockPlace } from '../../shared/codegen/origin'
import { reveal } from '../canvas/reveal'
import { useDocument } from '../store/document'
import { select, showNetwork } from '../store/session'
import { shownNetwork } from '../store/shown'

/** Selects a block, on the canvas of the network that it stands in. */
export function showPlace({ network, block }: BlockPlace): void {
  const { root } = useDocument.getState().document
  if (shownNetwork().id !== (network ?? root)) showNetwork(network)
  select([block])
  reveal(block)
}

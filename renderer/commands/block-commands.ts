import { openBlock as open } from '../canvas/open-block'
import { canvasPlaces } from '../canvas/reveal'
import { useCanvas } from '../canvas/canvas-state'
import type { BlockId } from '../../shared/document/schema'
import { useSession } from '../store/session'
import { shownNetwork } from '../store/shown'
import { useThumbnails } from '../store/thumbnails'
import type { Command } from './command'

const inEditor = (): boolean => useSession.getState().screen === 'editor'

/** The one block that is selected. */
function selectedBlock(): BlockId | undefined {
  if (!inEditor()) return undefined
  const [only, ...others] = useSession.getState().selection
  return only !== undefined && others.length === 0 && shownNetwork().network.blocks[only] ? only : undefined
}

/** Its settings; of a group the inside. */
export const openBlock: Command = {
  id: 'openBlock',
  enabled: () => selectedBlock() !== undefined,
  run: () => {
    const block = selectedBlock()
    if (block !== undefined) open(block)
  }
}

/** Lists what the block that is selected can be connected to. */
export const connectBlocks: Command = {
  id: 'connectBlocks',
  enabled: () => selectedBlock() !== undefined,
  run: () => {
    const block = selectedBlock()
    const spot = block === undefined ? undefined : canvasPlaces()?.spotOf(block)
    if (block !== undefined && spot) useCanvas.setState({ chooser: { kind: 'connect', block, spot } })
  }
}

/** Lists blocks to add in the middle of what is seen. */
export const addHere: Command = {
  id: 'addHere',
  enabled: inEditor,
  run: () => {
    const middle = canvasPlaces()?.middle()
    if (middle) useCanvas.setState({ chooser: { kind: 'add', opening: { kind: 'free' }, ...middle } })
  }
}

export const toggleThumbnails: Command = {
  id: 'toggleThumbnails',
  enabled: inEditor,
  checked: () => useThumbnails.getState().on,
  run: () => useThumbnails.setState(({ on }) => ({ on: !on }))
}

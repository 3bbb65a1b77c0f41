import { edgeOf } from '../canvas/edge-id'
import { layered } from '../canvas/layout/layered'
import { strings } from '../../shared/strings/strings'
import { focusPaletteSearch } from '../palette/focus-search'
import { edit } from '../store/edit-document'
import { setPanelOpen } from '../store/layout'
import { select, useSession } from '../store/session'
import { shownNetwork } from '../store/shown'
import type { Command } from './command'

const inEditor = (): boolean => useSession.getState().screen === 'editor'
const hasBlocks = (): boolean => inEditor() && Object.keys(shownNetwork().network.blocks).length > 0

/** Blocks go with their edges; an edge that is selected goes alone. */
export const deleteSelection: Command = {
  id: 'deleteSelection',
  enabled: () => {
    const { selection, selectedEdges } = useSession.getState()
    return inEditor() && selection.size + selectedEdges.size > 0
  },
  run: () => {
    const { selection, selectedEdges } = useSession.getState()
    const { id, network } = shownNetwork()
    const ids = [...selection].filter(block => network.blocks[block] !== undefined)
    const edges = [...selectedEdges].flatMap(key => edgeOf(network, key) ?? [])
    edit([
      ...edges.map(edge => ({ kind: 'disconnect', network: id, edge }) as const),
      ...(ids.length > 0 ? [{ kind: 'removeBlocks', network: id, ids } as const] : [])
    ])
    select([])
  }
}

export const selectAll: Command = {
  id: 'selectAll',
  enabled: hasBlocks,
  run: () => select(Object.keys(shownNetwork().network.blocks))
}

export const deselect: Command = {
  id: 'deselect',
  enabled: () => useSession.getState().selection.size + useSession.getState().selectedEdges.size > 0,
  run: () => select([])
}

export const findBlock: Command = {
  id: 'findBlock',
  enabled: inEditor,
  run: () => {
    setPanelOpen('palette', true)
    // At once, as people type on; after React has drawn it, where the panel was closed.
    if (!focusPaletteSearch()) requestAnimationFrame(focusPaletteSearch)
  }
}

/** The name of the block that is selected, else that of the network. */
export const rename: Command = {
  id: 'rename',
  enabled: inEditor,
  run: () => {
    setPanelOpen('inspector', true)
    requestAnimationFrame(() => {
      const field = document.querySelector<HTMLInputElement>(
        `[data-part="inspector"] input[aria-label="${strings.inspector.name}"]`
      )
      field?.focus()
      field?.select()
    })
  }
}

/** Puts the blocks side by side, from left to right. */
export const tidyUp: Command = {
  id: 'tidyUp',
  enabled: hasBlocks,
  run: () => {
    const { id, network } = shownNetwork()
    edit(
      [{ kind: 'moveBlocks', network: id, positions: layered(network) }],
      strings.commands.tidyUp.toLowerCase()
    )
  }
}

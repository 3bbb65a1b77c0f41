import { quoted } from '../../document/problem'
import type { BlockId, Document, NetworkId } from '../../document/schema'
import type { Edit } from './edit'

/**
 * What an edit does, in a few words that follow "Undo": `add Dense`, `connect "Hidden" to "Output"`. `document` is
 * the one before it, `labelOf` gives a type of block its name. Names are quoted, shortened and on one line.
 */
export function describeEdit(document: Document, edit: Edit, labelOf: (type: string) => string): string {
  const called = (network: NetworkId, id: BlockId): string => {
    const block = document.networks[network]?.blocks[id]
    if (block === undefined) return 'a block'
    return block.name.trim() === '' ? labelOf(block.type) : quoted(block.name, 30)
  }
  switch (edit.kind) {
    case 'addBlock':
      return `add ${labelOf(edit.block.type)}`
    case 'removeBlocks': {
      const [only] = edit.ids
      return edit.ids.length === 1 && only !== undefined
        ? `delete ${called(edit.network, only)}`
        : `delete ${edit.ids.length} blocks`
    }
    case 'replaceBlock':
      return `change ${called(edit.network, edit.block)} to ${labelOf(edit.type)}`
    case 'setParam':
      return `change ${edit.name} of ${called(edit.network, edit.block)}`
    case 'setParams': {
      const names = Object.keys(edit.values)
      const what = names.length === 1 ? names.join() : `${names.length} settings`
      return `change ${what} of ${called(edit.network, edit.block)}`
    }
    case 'rename':
      return `rename ${called(edit.network, edit.block)} to ${quoted(edit.name, 30)}`
    case 'setWeightsOf':
      return edit.weightsOf === null
        ? `give ${called(edit.network, edit.block)} its own weights`
        : `share the weights of ${called(edit.network, edit.weightsOf)} with ${called(edit.network, edit.block)}`
    case 'setFrozen':
      return `${edit.frozen ? 'freeze' : 'unfreeze'} ${called(edit.network, edit.block)}`
    case 'moveBlocks': {
      const ids = Object.keys(edit.positions)
      const [only] = ids
      return ids.length === 1 && only !== undefined
        ? `move ${called(edit.network, only)}`
        : `move ${ids.length} blocks`
    }
    case 'connect':
      return `connect ${called(edit.network, edit.edge.from.block)} to ${called(edit.network, edit.edge.to.block)}`
    case 'disconnect':
      return `disconnect ${called(edit.network, edit.edge.from.block)} from ${called(edit.network, edit.edge.to.block)}`
    case 'insertBetween':
      return `insert ${labelOf(edit.block.type)}`
    case 'reorderInputs':
      return `reorder the inputs of ${called(edit.network, edit.block)}`
    case 'addNetwork':
      return `add the group ${quoted(edit.network.name, 30)}`
    case 'removeNetwork':
      return `delete the group ${quoted(document.networks[edit.network]?.name ?? '', 30)}`
    case 'renameNetwork':
      return `rename the group to ${quoted(edit.name, 30)}`
    case 'setName':
      return `rename the document to ${quoted(edit.name, 30)}`
    case 'setData':
      return edit.data === null ? 'remove the data' : 'change the data'
    case 'setTraining':
      return 'change the training'
    case 'bringBack':
      return 'bring back an earlier version'
  }
}

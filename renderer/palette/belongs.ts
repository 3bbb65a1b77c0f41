import type { AnyBlock } from '../../shared/blocks/registry'
import { useDocument } from '../store/document'
import { shownNetwork } from '../store/shown'

/** A definition has ports in place of the root's data; a group is added once there is one to use. */
export function belongs({ kind }: AnyBlock, isRoot: boolean, hasGroups: boolean): boolean {
  switch (kind) {
    case 'layer':
      return true
    case 'input':
    case 'output':
      return isRoot
    case 'group-input':
    case 'group-output':
      return !isRoot
    case 'group':
      return isRoot && hasGroups
  }
}

/** Whether a block may be added to the network on the canvas. */
export function belongsHere(block: AnyBlock): boolean {
  const { document } = useDocument.getState()
  return belongs(block, shownNetwork().id === document.root, Object.keys(document.networks).length > 1)
}

import { blockOf } from '../../shared/blocks/registry'
import { strings } from '../../shared/strings/strings'
import { useDocument } from '../store/document'
import { setPanelOpen } from '../store/layout'
import { select, showNetwork } from '../store/session'
import { shownNetwork } from '../store/shown'
import type { BlockId, NetworkId } from '../../shared/document/schema'
import { focusCanvas, reveal } from './reveal'

/** The inside of a group, which all its uses share; of another block its settings. */
export function openBlock(id: BlockId): void {
  const inside = insideOf(id)
  if (inside === undefined) return focusSettings()
  showNetwork(inside)
  // The canvas of another network is another one.
  requestAnimationFrame(() => requestAnimationFrame(focusCanvas))
}

/** The definition that a group uses. */
export function insideOf(id: BlockId): NetworkId | undefined {
  const block = shownNetwork().network.blocks[id]
  const inside = block && blockOf(block.type)?.kind === 'group' ? block.params['network'] : undefined
  return typeof inside === 'string' && Object.hasOwn(useDocument.getState().document.networks, inside)
    ? inside
    : undefined
}

/** From the inside of a group back to the network around it; whether there was one. */
export function closeGroup(): boolean {
  const { document } = useDocument.getState()
  const { id } = shownNetwork()
  if (id === document.root) return false
  const group = Object.entries(document.networks[document.root]?.blocks ?? {}).find(
    ([, { type, params }]) => type === 'group' && params['network'] === id
  )
  showNetwork(null)
  if (group) {
    select([group[0]])
    reveal(group[0], 'near')
  }
  requestAnimationFrame(() => requestAnimationFrame(focusCanvas))
  return true
}

/** The first field of the inspector, after the name: what makes the block what it is. */
function focusSettings(): void {
  setPanelOpen('inspector', true)
  // After React has drawn a panel that was closed.
  requestAnimationFrame(() => {
    const fields = document.querySelectorAll<HTMLElement>(
      '[data-part="inspector"] :is(input:not([type="checkbox"]), textarea, [role="combobox"], [role="switch"])'
    )
    const [name, ...others] = [...fields].toSorted((a, b) => Number(isName(b)) - Number(isName(a)))
    const first = others[0] ?? name
    first?.focus()
    if (first instanceof HTMLInputElement) first.select()
  })
}

function isName(field: HTMLElement): boolean {
  return field.getAttribute('aria-label') === strings.inspector.name
}

import type { KeyboardEvent } from 'react'

/**
 * Arrow keys, Home and End move the focus along the items of the panel, up from the first into the search field. Says
 * whether the key was one of these.
 */
export function moveInList(event: KeyboardEvent<HTMLElement>): boolean {
  const { key, currentTarget, target } = event
  const panel = currentTarget.closest('aside')
  const items = [...(panel?.querySelectorAll<HTMLElement>('[data-list-item]') ?? [])]
  const here = items.findIndex(item => item === target)
  const isField = here < 0
  const to =
    key === 'ArrowDown'
      ? Math.min(here + 1, items.length - 1)
      : key === 'ArrowUp' && !isField
        ? here - 1
        : key === 'Home' && !isField
          ? 0
          : key === 'End' && !isField
            ? items.length - 1
            : null
  if (to === null || items.length === 0) return false
  event.preventDefault()
  const next = to < 0 ? panel?.querySelector<HTMLElement>('input') : items[to]
  next?.focus()
  return true
}

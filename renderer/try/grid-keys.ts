import type { KeyboardEvent } from 'react'

/** Arrow keys, Home and End move the focus among the buttons of an element, which stand in rows as they fit. */
export function gridKeys(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex(button => button === document.activeElement)
  if (at < 0) return
  const topOf = (button: HTMLElement): number => button.getBoundingClientRect().top
  const [first] = buttons
  const across = buttons.filter(button => first && topOf(button) === topOf(first)).length
  const to = placeAfter(event.key, at, { across, count: buttons.length })
  if (to === null) return
  event.preventDefault()
  buttons[to]?.focus()
}

/** Where a key leads from a place in a grid, row by row; it stays within it. `null` for other keys. */
export function placeAfter(
  key: string,
  at: number,
  { across, count }: { readonly across: number; readonly count: number }
): number | null {
  const kept = (place: number): number => (place < 0 || place >= count ? at : place)
  switch (key) {
    case 'ArrowRight':
      return kept(at + 1)
    case 'ArrowLeft':
      return kept(at - 1)
    case 'ArrowDown':
      return kept(at + across)
    case 'ArrowUp':
      return kept(at - across)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** The parts of the window in the order in which F6 walks through them; each element says which one it is. */
export const PARTS = ['toolbar', 'palette', 'canvas', 'inspector', 'dock', 'notice'] as const
export type Part = (typeof PARTS)[number]

const focusable =
  '[tabindex="0"], button:not(:disabled):not([tabindex="-1"]), input:not(:disabled), a[href], [aria-selected="true"]'

/** Moves the focus into the next part of the window, or the one before, passing over those that are closed. */
export function focusNextPart(direction: 1 | -1): void {
  const here = document.activeElement?.closest<HTMLElement>('[data-part]')?.dataset['part']
  const start = PARTS.findIndex(part => part === here)
  for (let i = 1; i <= PARTS.length; i++) {
    const at = start < 0 && direction < 0 ? PARTS.length : start
    const part = PARTS[(at + direction * i + PARTS.length * 2) % PARTS.length]
    if (part !== undefined && focusPart(part)) return
  }
}

/** Whether the part is there and has taken the focus. */
export function focusPart(part: Part): boolean {
  const element = document.querySelector<HTMLElement>(`[data-part="${part}"]`)
  const chosen =
    element?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') ??
    element?.querySelector<HTMLElement>(focusable)
  chosen?.focus()
  return chosen !== undefined && chosen !== null
}

import type { BlockId } from '../../shared/document/schema'

type Reveal = (block?: BlockId) => void

let current: Reveal | null = null

/** The canvas says how it brings blocks into sight; `null` when it goes. */
export function registerReveal(canvas: Reveal | null): void {
  current = canvas
}

/** Brings a block into sight, or the whole network; where it already is, nothing moves. */
export function reveal(block?: BlockId): void {
  // After React has drawn what a command has just changed.
  requestAnimationFrame(() => current?.(block))
}

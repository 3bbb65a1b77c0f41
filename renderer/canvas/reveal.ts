import type { BlockId, Position } from '../../shared/document/schema'
import type { Spot } from './canvas-state'

/** What the canvas can be asked by those who don't see it. */
interface CanvasHandle {
  /** `near`: no farther than is needed to see it. */
  readonly reveal: (block: BlockId | undefined, how: 'whole' | 'near') => void
  /** Below a block; of one that is out of sight, the middle of the canvas. */
  readonly spotOf: (block: BlockId) => Spot
  readonly middle: () => { readonly spot: Spot; readonly at: Position }
  readonly focus: () => void
}

let current: CanvasHandle | null = null

/** The canvas says how it is asked; `null` when it goes. */
export function registerCanvas(canvas: CanvasHandle | null): void {
  current = canvas
}

/** Brings a block into sight, or the whole network; where it already is, nothing moves. */
export function reveal(block?: BlockId, how: 'whole' | 'near' = 'whole'): void {
  // After React has drawn what a command has just changed.
  requestAnimationFrame(() => current?.reveal(block, how))
}

export function canvasPlaces(): Pick<CanvasHandle, 'spotOf' | 'middle'> | null {
  return current
}

/** Gives the canvas the keyboard; for popups that close, which then have nothing left to do. */
export function focusCanvas(): false {
  current?.focus()
  return false
}

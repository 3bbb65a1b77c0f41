import { create } from 'zustand'
import type { BlockId, Position } from '../../shared/document/schema'
import type { End, Fits, Opening } from '../../shared/graph/fits'

/** A place in the window, in its pixels. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** A list over the canvas, where it was asked for. */
export type Chooser =
  /** Blocks to add at a place of the canvas. */
  | { readonly kind: 'add'; readonly opening: Opening; readonly at: Position; readonly spot: Spot }
  /** What a block can be connected to. */
  | { readonly kind: 'connect'; readonly block: BlockId; readonly spot: Spot }

export type MenuTarget =
  | { readonly kind: 'block'; readonly id: BlockId }
  | { readonly kind: 'edge'; readonly id: string; readonly at: Position }
  | { readonly kind: 'canvas'; readonly at: Position }

interface CanvasState {
  /** The edge that is being drawn, and where it can end. */
  readonly connection: { readonly end: End; readonly fits: Fits } | null
  /** The edge, by `edgeId`, that what is dragged would be put into. */
  readonly onto: string | null
  /** Why something that was tried at this spot can't be. */
  readonly note: { readonly text: string; readonly spot: Spot } | null
  readonly chooser: Chooser | null
  readonly menu: { readonly target: MenuTarget; readonly spot: Spot } | null
  /** The block of several selected ones from which arrow keys go on. */
  readonly cursor: BlockId | null
  /** What a screen reader is told; the number tells two times the same apart. */
  readonly said: { readonly text: string; readonly number: number; readonly time: number }
}

const initial: CanvasState = {
  connection: null,
  onto: null,
  note: null,
  chooser: null,
  menu: null,
  cursor: null,
  said: { text: '', number: 0, time: 0 }
}

/** What the canvas shows for a moment: nothing of it outlives a gesture. */
export const useCanvas = create<CanvasState>()(() => initial)

export function resetCanvas(): void {
  useCanvas.setState(initial)
}

/** Milliseconds in which a second thing said would cut off the first, or only repeat it. */
const breath = 1000

/** Lets a screen reader say something. */
export function say(text: string): void {
  useCanvas.setState(({ said }) => ({ said: { text, number: said.number + 1, time: performance.now() } }))
}

/** As `say`, for what comes of something that may have been told this moment. */
export function sayUnlessSaid(text: string): void {
  if (performance.now() - useCanvas.getState().said.time > breath) say(text)
}

/** Says at the pointer, for a moment, why something can't be. */
export function refuse(text: string, spot: Spot): void {
  useCanvas.setState({ note: { text, spot } })
  say(text)
}

/** The block that arrow keys go on from. */
export function cursorIn(selection: ReadonlySet<BlockId>, cursor: BlockId | null): BlockId | null {
  if (cursor !== null && selection.has(cursor)) return cursor
  const [first] = selection
  return first ?? null
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** Below this the words on a card can't be read. */
export const readable = 0.7

const margin = 14

/**
 * A view of all of `box` on a screen of this size, at most at its real size. What would become too small to read is
 * shown from its left end instead, where a network begins.
 */
export function openingView(box: Box, screen: Pick<Box, 'width' | 'height'>): View {
  const fitting = Math.min(
    1,
    (screen.width - 2 * margin) / Math.max(1, box.width),
    (screen.height - 2 * margin) / Math.max(1, box.height)
  )
  const zoom = Math.max(readable, fitting)
  const x =
    box.width * zoom > screen.width ? margin - box.x * zoom : centred(box.x, box.width, screen.width, zoom)
  return { x, y: centred(box.y, box.height, screen.height, zoom), zoom }
}

/** Left free around what a view is moved to. */
const air = 40

/** The view moved no farther than is needed to show all of `box`; its left upper corner where it is too large. */
export function pannedTo(box: Box, view: View, screen: Pick<Box, 'width' | 'height'>): View {
  const along = (start: number, length: number, at: number, whole: number): number => {
    const first = start * view.zoom + at
    const last = first + length * view.zoom
    const over = Math.max(0, last + air - whole)
    return at - over + Math.max(0, air - (first - over))
  }
  return {
    x: along(box.x, box.width, view.x, screen.width),
    y: along(box.y, box.height, view.y, screen.height),
    zoom: view.zoom
  }
}

/** Whether all of `box` is in sight. */
export function isInSight(box: Box, view: View, screen: Pick<Box, 'width' | 'height'>): boolean {
  const left = box.x * view.zoom + view.x
  const top = box.y * view.zoom + view.y
  return (
    left >= 0 &&
    top >= 0 &&
    left + box.width * view.zoom <= screen.width &&
    top + box.height * view.zoom <= screen.height
  )
}

function centred(start: number, length: number, screen: number, zoom: number): number {
  return screen / 2 - (start + length / 2) * zoom
}

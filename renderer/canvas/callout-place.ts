import type { Box } from './view'

type Size = Pick<Box, 'width' | 'height'>

/** Between a block and its words. */
const gap = 14

/** Between the words and the end of the canvas: room for their shadow. */
const air = 10

/**
 * Where the words of a block stand on a canvas of this size: below it, where there is room, else above it, else beside
 * it; all of them in sight in any case.
 */
export function calloutPlace(
  block: Box,
  words: Size,
  screen: Size
): { readonly x: number; readonly y: number } {
  const middle = block.x + (block.width - words.width) / 2
  const level = block.y + (block.height - words.height) / 2
  const places = [
    { x: middle, y: block.y + block.height + gap, fits: 'y' },
    { x: middle, y: block.y - gap - words.height, fits: 'y' },
    { x: block.x + block.width + gap, y: level, fits: 'x' },
    { x: block.x - gap - words.width, y: level, fits: 'x' }
  ] as const
  const isInside = { x: inside(words.width, screen.width), y: inside(words.height, screen.height) }
  const { x, y } = places.find(place => isInside[place.fits](place[place.fits])) ?? places[0]
  return { x: within(x, words.width, screen.width), y: within(y, words.height, screen.height) }
}

function inside(length: number, whole: number): (at: number) => boolean {
  return at => at >= air && at + length + air <= whole
}

/** In whole pixels, so that letters stay sharp; the beginning counts where not all can be seen. */
function within(at: number, length: number, whole: number): number {
  return Math.round(Math.max(air, Math.min(at, whole - air - length)))
}

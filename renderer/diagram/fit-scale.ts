/** What every browser can still draw on: pixels along a side, and in all. */
const most = { side: 16_384, area: 64_000_000 }

/** Below this the words can't be read. */
const least = 0.4

/** How many pixels a picture gets for each of its own; `null` where it is too large for words that can be read. */
export function fitScale(width: number, height: number, wanted: number): number | null {
  const possible = Math.min(most.side / Math.max(width, height), Math.sqrt(most.area / (width * height)))
  if (possible >= wanted) return wanted
  return possible < least ? null : Math.floor(possible * 20) / 20
}

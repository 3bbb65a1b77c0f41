/** uPlot finds no ticks for ranges beyond this, and would look for them for ever. */
const most = 1e12

/** From 0, or below it, to the highest that there can be; what runs away further leaves the plot. */
export function plotRange(
  min: number | null | undefined,
  max: number | null | undefined,
  top: number | undefined
): [number, number] {
  const high = top ?? (isNumber(max) ? Math.min(most, max * 1.05) : 1)
  const low = isNumber(min) ? Math.max(-most, Math.min(0, min)) : 0
  return [low, high > low ? high : low + 1]
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** uPlot finds no ticks for ranges beyond this, and would look for them for ever. */
const most = 1e12

/** On a logarithmic scale nothing below this is drawn. */
const least = 1e-9

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

/** The powers of ten around the values; a curve of zeros alone gets one decade. */
export function logRange(min: number | null | undefined, max: number | null | undefined): [number, number] {
  const high = 10 ** Math.ceil(Math.log10(Math.min(most, Math.max(least, isNumber(max) ? max : 1))))
  const low = 10 ** Math.floor(Math.log10(Math.max(least, isNumber(min) ? min : high / 10)))
  return [Math.min(low, high / 10), high]
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

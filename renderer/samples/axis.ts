/** From where to where an axis goes. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Round numbers within a span, about as many as asked for: steps of 1, 2 or 5 times a power of ten. */
export function ticksOf({ from, to }: Span, count: number): readonly number[] {
  const step = roundStep((to - from) / Math.max(1, count))
  if (!(step > 0)) return [from]
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** The smallest of 1, 2 and 5 times a power of ten that is not below `rough`. */
export function roundStep(rough: number): number {
  if (!(rough > 0) || !Number.isFinite(rough)) return 0
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find(one => one * power >= rough * (1 - 1e-9)) ?? 10
  return Number((factor * power).toPrecision(12))
}

/** From the least of some values to the greatest; one around them where they are all the same. */
export function spanOf(values: Iterable<number>): Span {
  let [from, to] = [Infinity, -Infinity]
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    from = Math.min(from, value)
    to = Math.max(to, value)
  }
  if (from > to) return { from: 0, to: 1 }
  return from === to ? { from: from - 0.5, to: to + 0.5 } : { from, to }
}

/** A span with so large a share of itself on either side. */
export function widened({ from, to }: Span, share: number): Span {
  const more = (to - from) * share
  return { from: from - more, to: to + more }
}

export function within({ from, to }: Span, value: number): number {
  return Math.min(to, Math.max(from, value))
}

/** How far along a span a value lies, 0 to 1. */
export function placeIn({ from, to }: Span, value: number): number {
  return (value - from) / (to - from)
}

/** One curve of a plot. */
export interface PlotLine {
  readonly label: string
  /** A token of colour: `--series-train`. */
  readonly colour: string
  /** Ascending. */
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly dashed?: boolean
  /** Behind the others, as what was smoothed lies behind its smooth form. */
  readonly faint?: boolean
  /** A dot at each point, for lines of few points. */
  readonly dotted?: boolean
}

/** More points than this say nothing more on a screen. */
const most = 800

/**
 * At most about `most` points of a curve, in their order: of each stretch the lowest and the highest, so that no peak
 * is lost.
 */
export function thinned({ x, y }: Pick<PlotLine, 'x' | 'y'>, limit = most): Pick<PlotLine, 'x' | 'y'> {
  if (x.length <= limit) return { x, y }
  const stretch = Math.ceil((2 * x.length) / limit)
  const kept: number[] = []
  for (let start = 0; start < x.length; start += stretch) {
    let [low, high] = [start, start]
    for (let i = start; i < Math.min(start + stretch, x.length); i++) {
      if ((y[i] ?? 0) < (y[low] ?? 0)) low = i
      if ((y[i] ?? 0) > (y[high] ?? 0)) high = i
    }
    kept.push(Math.min(low, high), ...(low === high ? [] : [Math.max(low, high)]))
  }
  return { x: kept.map(i => x[i] ?? 0), y: kept.map(i => y[i] ?? 0) }
}

/**
 * The exponential moving average of a curve, as Adam corrects its beginning: `weight` 0 leaves it as it is, near 1
 * hardly anything moves it. Source: Kingma & Ba 2015, section 3.
 */
export function smoothed(y: readonly number[], weight: number): readonly number[] {
  let [mean, share] = [0, 0]
  return y.map(value => {
    mean = weight * mean + (1 - weight) * value
    share = weight * share + (1 - weight)
    return mean / share
  })
}

/** All values of x with each line's y at them, `null` where it has none: what uPlot draws. */
export function aligned(lines: readonly PlotLine[]): [number[], ...(number | null)[][]] {
  const x = [...new Set(lines.flatMap(line => line.x))].sort((a, b) => a - b)
  return [
    x,
    ...lines.map(line => {
      const at = new Map(line.x.map((value, i) => [value, line.y[i] ?? null]))
      return x.map(value => at.get(value) ?? null)
    })
  ]
}

/** What a line says at `x`: its last point at or before it; `null` before its first. */
export function valueAt({ x, y }: Pick<PlotLine, 'x' | 'y'>, at: number): number | null {
  let [low, high] = [0, x.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((x[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return y[low - 1] ?? null
}

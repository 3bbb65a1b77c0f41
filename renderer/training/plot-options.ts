import type UPlot from 'uplot'
import { logRange, plotRange } from './plot-range'
import type { PlotLine } from './plot-lines'

// uPlot declares this as an enum that lives in its types alone.
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const logarithmic: UPlot.Scale.Distr = 3

interface PlotLook {
  readonly lines: readonly PlotLine[]
  readonly log: boolean
  readonly top: number | undefined
  readonly group: string | undefined
}

/** How uPlot draws, all but size and data; colours and type are those of the element's tokens. */
export function plotOptions(
  element: HTMLElement,
  { lines, log, top, group }: PlotLook
): Omit<UPlot.Options, 'width' | 'height'> {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  const axis = {
    stroke: token('--ink-3'),
    font: `11px ${token('--mono')}`,
    grid: { stroke: token('--line'), width: 1 },
    ticks: { show: false },
    border: { show: false }
  }
  return {
    legend: { show: false },
    cursor: {
      y: false,
      points: { size: 6 },
      ...(group !== undefined && { sync: { key: group, setSeries: false } })
    },
    padding: [8, 10, 0, 0],
    scales: {
      x: { time: false },
      y: log
        ? { distr: logarithmic, log: 10, range: (_plot, min, max) => logRange(min, max) }
        : { range: (_plot, min, max) => plotRange(min, max, top) }
    },
    axes: [
      { ...axis, size: 20, gap: 3, space: 60 },
      {
        ...axis,
        ...(log && { filter: decades, grid: { ...axis.grid, filter: decades } }),
        size: 46,
        gap: 4,
        space: 26,
        values: (_plot, ticks) => ticks.map(top === 1 ? percentTick : tickText)
      }
    ],
    series: [{}, ...lines.map(line => series(line, token))]
  }
}

function series(line: PlotLine, token: (name: string) => string): UPlot.Series {
  const colour = token(line.colour)
  return {
    label: line.label,
    stroke:
      line.faint === true
        ? `color-mix(in srgb, ${colour} ${line.dashed === true ? 60 : 30}%, transparent)`
        : colour,
    width: line.faint === true ? 1 : 1.7,
    spanGaps: true,
    ...(line.dashed === true && { dash: [5, 4] }),
    points: line.dotted === true ? { show: areFew, size: 5, fill: token('--panel') } : { show: false }
  }
}

/** Of a logarithmic scale's ticks the powers of ten. */
function decades(_plot: UPlot, ticks: readonly number[]): (number | null)[] {
  return ticks.map(tick => (Number.isInteger(Number(Math.log10(tick).toFixed(9))) ? tick : null))
}

/** Dots mark the epochs as long as they can be told apart. */
function areFew(plot: UPlot, series: number): boolean {
  return (plot.data[series] ?? []).filter(value => value !== null && value !== undefined).length <= 30
}

/** Of a share, which has 1 at its top. */
function percentTick(share: number | null): string {
  return share === null ? '' : `${Number((share * 100).toPrecision(3))} %`
}

function tickText(value: number | null): string {
  if (value === null) return ''
  return Math.abs(value) >= 10_000 ? value.toExponential(0) : String(Number(value.toPrecision(3)))
}

import { useEffect, useRef } from 'react'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useTheme } from '../ui/theme'
import type { Curves } from './curves'
import { plotRange } from './plot-range'
import styles from './Plot.module.css'

interface PlotProps {
  readonly data: Curves['data']
  readonly format: (value: number) => string
  /** The highest value there can be; as the data has it when absent. */
  readonly top?: number
}

/** Train and validation over the steps, in the colours of the theme. */
export function Plot({ data, format, top }: PlotProps) {
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<UPlot | null>(null)
  const latest = useRef(data)
  const dark = useTheme(s => s.dark)

  useEffect(() => {
    const element = place.current
    if (!element) return
    const made = new UPlot(optionsFor(element, format, top), asPlotted(latest.current), element)
    plot.current = made
    const watcher = new ResizeObserver(() => made.setSize(sizeOf(element)))
    watcher.observe(element)
    return () => {
      watcher.disconnect()
      made.destroy()
      plot.current = null
    }
    // Made anew with the theme: uPlot draws on a canvas, which knows no custom properties.
  }, [dark, format, top])

  useEffect(() => {
    latest.current = data
    plot.current?.setData(asPlotted(data))
  }, [data])

  return <div ref={place} className={styles.plot} />
}

function asPlotted(data: Curves['data']): UPlot.AlignedData {
  return data.map(series => [...series]) as unknown as UPlot.AlignedData
}

function sizeOf(element: HTMLElement) {
  return { width: element.clientWidth, height: Math.max(60, element.clientHeight) }
}

function optionsFor(element: HTMLElement, format: (value: number) => string, top?: number): UPlot.Options {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  const axis = {
    stroke: token('--ink-3'),
    font: `10px ${token('--mono')}`,
    grid: { stroke: token('--line'), width: 1 },
    ticks: { show: false },
    border: { show: false }
  }
  const series = (label: string, colour: string, width: number): UPlot.Series => ({
    label,
    stroke: token(colour),
    width,
    spanGaps: true,
    points: { show: false },
    value: (_plot, value: number | null) => (value === null ? '' : format(value))
  })
  return {
    ...sizeOf(element),
    legend: { show: false },
    cursor: { y: false, points: { size: 6 } },
    padding: [6, 8, 0, 0],
    scales: { x: { time: false }, y: { range: (_plot, min, max) => plotRange(min, max, top) } },
    axes: [
      { ...axis, size: 18, gap: 2, space: 60 },
      { ...axis, size: 44, gap: 4, space: 28, values: (_plot, ticks) => ticks.map(tickText) }
    ],
    series: [
      {},
      series('train', '--series-train', 1.6),
      {
        ...series('validation', '--series-val', 1.8),
        points: { show: areFew, size: 5, fill: token('--panel') }
      }
    ]
  }
}

/** Dots mark the epochs as long as they can be told apart. */
function areFew(plot: UPlot, series: number): boolean {
  return (plot.data[series] ?? []).filter(value => value !== null && value !== undefined).length <= 30
}

function tickText(value: number): string {
  return Math.abs(value) >= 10_000 ? value.toExponential(0) : String(Number(value.toPrecision(3)))
}

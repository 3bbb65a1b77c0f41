import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useTheme } from '../ui/theme'
import { aligned, type PlotLine } from './plot-lines'
import { plotOptions } from './plot-options'
import styles from './Plot.module.css'

interface PlotProps {
  readonly label: string
  readonly lines: readonly PlotLine[]
  readonly log?: boolean
  /** The highest value there can be; as the data has it when absent. */
  readonly top?: number
  /** Plots of one group share their cursor. */
  readonly group?: string
  /** Where the cursor stands, in units of x; `null` where it is off the plot. */
  readonly onCursor?: (x: number | null) => void
  /** What the cursor says, for those who hear it. */
  readonly spoken?: string
  readonly onReady?: (plot: UPlot | null) => void
}

/** Curves on one pair of axes, in the colours of the theme. Arrow keys move the cursor, dragging zooms in. */
export function Plot(props: PlotProps) {
  const { label, lines, log = false, top, group, spoken } = props
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<UPlot | null>(null)
  const latest = useRef(props)
  const [heard, setHeard] = useState(false)
  const dark = useTheme(s => s.dark)
  const look = JSON.stringify(lines.map(({ x: _x, y: _y, ...line }) => line))

  useEffect(() => {
    latest.current = props
  })

  useEffect(() => {
    const element = place.current
    if (!element) return
    const made = new UPlot(
      {
        ...plotOptions(element, { lines: latest.current.lines, log, top, group }),
        ...sizeOf(element),
        hooks: {
          setCursor: [
            ({ cursor: { idx }, data }) =>
              latest.current.onCursor?.(idx === null || idx === undefined ? null : (data[0][idx] ?? null))
          ]
        }
      },
      dataOf(latest.current.lines, log),
      element
    )
    plot.current = made
    latest.current.onReady?.(made)
    const watcher = new ResizeObserver(() => made.setSize(sizeOf(element)))
    watcher.observe(element)
    return () => {
      watcher.disconnect()
      latest.current.onReady?.(null)
      made.destroy()
      plot.current = null
    }
    // Made anew with the theme: uPlot draws on a canvas, which knows no custom properties.
  }, [dark, look, log, top, group])

  useEffect(() => {
    const made = plot.current
    if (!made) return
    // What a person has zoomed into stays in sight while the curves grow.
    const { min = null, max = null } = made.scales['x'] ?? {}
    const [x] = made.data
    const zoomed = min !== null && max !== null && x.length > 1 && (min !== x[0] || max !== x.at(-1))
    made.setData(dataOf(lines, log), !zoomed)
    if (zoomed) made.redraw()
  }, [lines, log])

  const keys = (event: KeyboardEvent): void => {
    const made = plot.current
    const step = { ArrowRight: 1, ArrowLeft: -1, PageDown: 20, PageUp: -20, Home: -1e9, End: 1e9 }[event.key]
    if (!made || step === undefined) return
    event.preventDefault()
    const count = made.data[0].length
    const at = Math.max(0, Math.min(count - 1, (made.cursor.idx ?? (step > 0 ? -1 : count)) + step))
    made.setCursor({ left: made.valToPos(made.data[0][at] ?? 0, 'x'), top: 0 })
    setHeard(true)
  }

  return (
    <div
      ref={place}
      className={styles.plot}
      role="group"
      aria-label={label}
      tabIndex={0}
      onKeyDown={keys}
      onBlur={() => {
        setHeard(false)
        plot.current?.setCursor({ left: -10, top: -10 })
      }}
    >
      <span className={styles.heard} aria-live="polite">
        {heard ? spoken : ''}
      </span>
    </div>
  )
}

/** On a logarithmic scale there is no place for 0 and below. */
function dataOf(lines: readonly PlotLine[], log: boolean): UPlot.AlignedData {
  const [x, ...ys] = aligned(lines)
  return [x, ...(log ? ys.map(y => y.map(value => (value !== null && value > 0 ? value : null))) : ys)]
}

function sizeOf(element: HTMLElement) {
  return { width: element.clientWidth, height: Math.max(60, element.clientHeight) }
}

import { useMemo, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { ticksOf } from '../samples/axis'
import { useSize } from '../ui/use-size'
import { readableNumber } from './column'
import { toPicture, type Plane } from './plane'
import styles from './Chart.module.css'

/** Room for the numbers and names of the axes. */
const margin = { left: 46, top: 8, right: 12, bottom: 34 }

type At = readonly [x: number, y: number]

interface ChartProps {
  readonly label: string
  readonly plane: Plane
  readonly names: readonly [x: string, y: string]
  /** Under the dots, as large as the plane. */
  readonly ground?: ReactNode
  /** What is drawn, in pixels of an SVG; `place` finds the pixel of a place. */
  readonly children: (place: (at: At) => At) => ReactNode
  /** Where the pointer is, or `null` where it is not over the plane. */
  readonly onPoint?: (at: At | null) => void
  readonly onKey?: (event: KeyboardEvent) => void
  readonly onBlur?: () => void
}

/** A plane with its axes. */
export function Chart({ label, plane, names, ground, children, onPoint, onKey, onBlur }: ChartProps) {
  const { ref, width, height } = useSize()
  const { inner, place } = useMemo(() => {
    const inside = {
      width: Math.max(0, width - margin.left - margin.right),
      height: Math.max(0, height - margin.top - margin.bottom)
    }
    return { inner: inside, place: (at: At): At => toPicture(plane, at, inside) }
  }, [plane, width, height])
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const [u, v] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
    onPoint?.([plane.x.from + u * (plane.x.to - plane.x.from), plane.y.to - v * (plane.y.to - plane.y.from)])
  }
  return (
    <div ref={ref} className={styles.chart}>
      <div
        className={styles.inner}
        style={{ inset: `${margin.top}px ${margin.right}px ${margin.bottom}px ${margin.left}px` }}
        role={onKey ? 'application' : 'group'}
        aria-label={label}
        tabIndex={onKey ? 0 : undefined}
        onKeyDown={onKey}
        onBlur={onBlur}
      >
        {ground}
        <svg
          width={inner.width}
          height={inner.height}
          aria-hidden="true"
          onPointerMove={onPoint && point}
          onPointerDown={onPoint && point}
          onPointerLeave={onPoint && (() => onPoint(null))}
        >
          {children(place)}
        </svg>
      </div>
      {ticksOf(plane.x, inner.width / 70).map(tick => (
        <span
          key={tick}
          className={styles.tickX}
          style={{ left: margin.left + place([tick, 0])[0], top: margin.top + inner.height }}
        >
          {readableNumber(tick)}
        </span>
      ))}
      {ticksOf(plane.y, inner.height / 40).map(tick => (
        <span
          key={tick}
          className={styles.tickY}
          style={{ width: margin.left - 6, top: margin.top + place([0, tick])[1] }}
        >
          {readableNumber(tick)}
        </span>
      ))}
      <span className={styles.nameX} style={{ left: margin.left, right: margin.right }}>
        {names[0]}
      </span>
      <span className={styles.nameY} style={{ height: inner.height, top: margin.top }}>
        {names[1]}
      </span>
    </div>
  )
}

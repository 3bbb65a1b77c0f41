import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { CategoryField, VectorField } from '../../shared/datasets/dataset'
import type { Samples } from '../../shared/datasets/data-session'
import { strings } from '../../shared/strings/strings'
import { classColour, classShape } from './class-look'
import { ClassMark } from './ClassMark'
import { frameOf, nearestTo, nextPoint, type Direction } from './scatter-layout'
import { valuesOf } from './use-samples'
import styles from './Scatter.module.css'

const words = strings.data
const size = 2.6
/** Pixels around the pointer. */
const reach = 24

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down'
}

interface ScatterProps {
  readonly field: VectorField
  readonly category: CategoryField
  readonly samples: Samples
  /** The class that is looked at; the others fade. */
  readonly label: number | null
  readonly chosen: number | undefined
  readonly onChoose: (row: number) => void
}

/** Samples of two numbers as points in the plane, in the colour and shape of their class. */
export function Scatter({ field, category, samples, label, chosen, onChoose }: ScatterProps) {
  const place = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(place)
  const points = Array.from(samples.rows, (row, i) => {
    const [x = 0, y = 0] = Array.from(valuesOf(samples, field.name, i) ?? [])
    return { row, x, y, class: valuesOf(samples, category.name, i)?.[0] ?? 0 }
  })
  const frame = frameOf(points, width, height)
  const bright = points.filter(point => label === null || point.class === label)
  const at = bright.findIndex(point => point.row === chosen)
  const current = bright[at]
  const [spoken, setSpoken] = useState(false)

  const choose = (next: number): void => {
    const point = bright[next]
    if (point && point.row !== chosen) onChoose(point.row)
  }
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const onScreen = bright.map(({ x, y }) => ({ x: frame.x(x), y: frame.y(y) }))
    choose(nearestTo(onScreen, { x: event.clientX - left, y: event.clientY - top }, reach))
  }
  const keys = (event: KeyboardEvent): void => {
    const direction = directions[event.key]
    if (!direction) return
    event.preventDefault()
    setSpoken(true)
    choose(nextPoint(bright, at, direction))
  }

  return (
    <div
      ref={place}
      className={styles.scatter}
      role="group"
      aria-label={words.scatter(field.columns[0] ?? 'x', field.columns[1] ?? 'y')}
      tabIndex={0}
      onKeyDown={keys}
      onBlur={() => setSpoken(false)}
    >
      <svg width={width} height={height} aria-hidden="true" onPointerMove={point} onPointerDown={point}>
        {frame.xTicks.map(tick => (
          <g key={tick} transform={`translate(${frame.x(tick)} 0)`}>
            <line y1={frame.top} y2={frame.bottom} />
            <text y={frame.bottom + 14} textAnchor="middle">
              {tick}
            </text>
          </g>
        ))}
        {frame.yTicks.map(tick => (
          <g key={tick} transform={`translate(0 ${frame.y(tick)})`}>
            <line x1={frame.left} x2={frame.right} />
            <text x={frame.left - 6} y={4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        {points.map(({ row, x, y, class: kind }) => (
          <path
            key={row}
            d={classShape(kind, size)}
            transform={`translate(${frame.x(x)} ${frame.y(y)})`}
            fill={classColour(kind)}
            opacity={label === null || kind === label ? 0.85 : 0.14}
          />
        ))}
        {current && (
          <g transform={`translate(${frame.x(current.x)} ${frame.y(current.y)})`} className={styles.current}>
            <circle r={8} />
            <path d={classShape(current.class, size + 1)} fill={classColour(current.class)} />
          </g>
        )}
      </svg>
      <ul className={styles.legend}>
        {category.classes.map((name, i) => (
          <li key={name}>
            <ClassMark label={i} /> {name}
          </li>
        ))}
      </ul>
      <span className={styles.heard} aria-live="polite">
        {spoken && current
          ? words.point(category.classes[current.class] ?? '?', current.x.toFixed(3), current.y.toFixed(3))
          : ''}
      </span>
    </div>
  )
}

function useSize(place: React.RefObject<HTMLElement | null>) {
  const [found, setFound] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const element = place.current
    if (!element) return
    const watcher = new ResizeObserver(() => {
      setFound({ width: element.clientWidth, height: element.clientHeight })
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [place])
  return found
}

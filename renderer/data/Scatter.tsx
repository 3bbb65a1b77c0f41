import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Samples } from '../../shared/datasets/data-session'
import type { CategoryField, VectorField } from '../../shared/datasets/dataset'
import { strings } from '../../shared/strings/strings'
import { classShape, classToken } from '../samples/class-look'
import { ClassMark } from '../samples/ClassMark'
import { valuesOf } from '../samples/use-samples'
import { useSize } from '../ui/use-size'
import { frameOf, nearestTo, nextPoint, type Direction } from './scatter-layout'
import styles from './Scatter.module.css'

const words = strings.data
/** Of the marks of the classes, and of that of the chosen point. */
const [small, large] = [0.62, 0.86]
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
  const { ref, width, height } = useSize()
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
      ref={ref}
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
            d={classShape(kind)}
            transform={`translate(${frame.x(x)} ${frame.y(y)}) scale(${small})`}
            fill={`var(${classToken(kind)})`}
            opacity={label === null || kind === label ? 0.85 : 0.14}
          />
        ))}
        {current && (
          <g transform={`translate(${frame.x(current.x)} ${frame.y(current.y)})`} className={styles.current}>
            <circle r={8} />
            <path
              d={classShape(current.class)}
              transform={`scale(${large})`}
              fill={`var(${classToken(current.class)})`}
            />
          </g>
        )}
      </svg>
      <ul className={styles.legend}>
        {category.classes.map((name, i) => (
          <li key={name}>
            <ClassMark place={i} /> {name}
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

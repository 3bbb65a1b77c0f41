import { useMemo, useState, type KeyboardEvent } from 'react'
import type { VectorField } from '../../shared/datasets/dataset'
import { percentText } from '../../shared/strings/format'
import { strings } from '../../shared/strings/strings'
import { spanOf, widened, within } from '../samples/axis'
import { ClassMark } from '../samples/ClassMark'
import { namedColumn } from '../samples/named-column'
import { Bars } from './Bars'
import { BoundaryKey } from './BoundaryKey'
import { Chart } from './Chart'
import { readableNumber } from './column'
import { mostProbable } from './matrix'
import { sharesOf, withEqualUnits, type Plane } from './plane'
import { PlaneCanvas } from './PlaneCanvas'
import { PlanePoints } from './PlanePoints'
import { inputsOf, type ClassQuestion } from './question'
import { useAnswer } from './use-answer'
import { usePlaneAnswer } from './use-plane-answer'
import { useSomeSamples, type SomeSamples } from './use-some-samples'
import styles from './Boundary.module.css'

const words = strings.trying

const grid = { columns: 120, rows: 75 }

/** How many keys from one side of the plane to the other. */
const strides = 40

interface BoundaryProps {
  readonly question: ClassQuestion
  /** The field of the two numbers. */
  readonly field: VectorField
}

/** What the network says all over the plane of its two numbers, live while it learns. */
export function Boundary(props: BoundaryProps) {
  const some = useSomeSamples(props.question.data)
  if (some === null) return <p className={styles.note}>{words.asking}</p>
  if (!some.ok) return <p className={styles.note}>{some.error}</p>
  return <PlaneOf {...props} some={some.value} />
}

type At = readonly [x: number, y: number]

function PlaneOf({ question, field, some }: BoundaryProps & { readonly some: SomeSamples }) {
  const { classes, target } = question
  const plane = useMemo(() => planeAround(field, some), [field, some])
  const heldOut = some.heldOut.fields.get(field.name)?.data ?? none
  const said = usePlaneAnswer({ question, field, plane, grid, points: heldOut })
  const { answer, ask, forget } = useAnswer(question.output)
  const [at, setAt] = useState<At | null>(null)
  const [byKey, setByKey] = useState(false)

  const pointAt = (next: At | null): void => {
    setAt(next)
    setByKey(false)
    if (next) askAt(next)
    else forget()
  }
  const askAt = (next: At): void => {
    const data = Float32Array.from(next)
    void ask(inputsOf(question, new Map([[field.name, { shape: [1, 2], data }]])))
  }
  const keys = (event: KeyboardEvent): void => {
    const [right, up] = steps[event.key] ?? [0, 0]
    if (right === 0 && up === 0) return
    event.preventDefault()
    const [x, y] = at ?? [(plane.x.from + plane.x.to) / 2, (plane.y.from + plane.y.to) / 2]
    const next: At = [
      within(plane.x, x + (right * (plane.x.to - plane.x.from)) / strides),
      within(plane.y, y + (up * (plane.y.to - plane.y.from)) / strides)
    ]
    setAt(next)
    setByKey(true)
    askAt(next)
  }

  const [xName = '', yName = ''] = field.columns
  const guesses = useMemo(
    () => (said.kind === 'shares' ? bestOf(said.points, classes.length) : null),
    [said, classes]
  )
  const placeText = at && words.at(valueText(xName, at[0], plane.x), valueText(yName, at[1], plane.y))
  const shares = answer.kind === 'scores' ? sharesOf(answer.scores, classes.length, 1) : null
  const [best = 0] = shares ? mostProbable(shares) : []
  return (
    <div className={styles.panel}>
      <Chart
        label={words.plane(namedColumn(xName).label, namedColumn(yName).label)}
        plane={plane}
        names={[xName, yName]}
        ground={
          <PlaneCanvas
            grid={grid}
            classes={classes.length}
            shares={said.kind === 'shares' ? said.grid : null}
          />
        }
        onPoint={pointAt}
        onKey={keys}
        onBlur={() => pointAt(null)}
      >
        {place => (
          <>
            <PlanePoints
              place={place}
              learned={some.learned}
              heldOut={some.heldOut}
              guesses={guesses}
              field={field.name}
              target={target.name}
            />
            {at && <Crosshair at={place(at)} />}
          </>
        )}
      </Chart>
      <div className={styles.side}>
        <p className={styles.place}>{placeText ?? words.planeHint}</p>
        <Bars
          classes={classes}
          answer={said.kind === 'failed' ? said : at ? answer : { kind: 'none' }}
          mark={place => <ClassMark place={place} />}
        />
        <BoundaryKey />
        <p className={styles.heard} aria-live="polite">
          {byKey && placeText !== null && shares
            ? words.spoken(placeText, classes[best] ?? '?', percentText(shares[best] ?? 0))
            : ''}
        </p>
      </div>
    </div>
  )
}

const none = new Float32Array()

const steps: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  Home: [-strides, 0],
  End: [strides, 0],
  PageUp: [0, 5],
  PageDown: [0, -5]
}

/** As wide as the chart is drawn, with some room around the samples. */
function planeAround(field: VectorField, { learned, heldOut }: SomeSamples): Plane {
  const all = [learned, heldOut].flatMap(({ fields }) => Array.from(fields.get(field.name)?.data ?? []))
  const column = (i: number) => widened(spanOf(all.filter((_, at) => at % 2 === i)), 0.08)
  return withEqualUnits({ x: column(0), y: column(1) }, grid.columns / grid.rows)
}

function valueText(name: string, value: number, span: Plane['x']): string {
  const { label, unit } = namedColumn(name)
  const digits = Math.max(0, 2 - Math.floor(Math.log10(span.to - span.from)))
  return `${label} ${readableNumber(value, digits)}${unit === '' ? '' : ` ${unit}`}`
}

function bestOf(shares: ArrayLike<number>, classes: number): readonly number[] {
  return Array.from({ length: shares.length / classes }, (_, i) => {
    const [best = 0] = mostProbable(Array.from({ length: classes }, (_c, c) => shares[i * classes + c] ?? 0))
    return best
  })
}

function Crosshair({ at: [x, y] }: { readonly at: At }) {
  return (
    <g className={styles.crosshair}>
      <path d={`M${x} -9999V9999M-9999 ${y}H9999`} />
      <circle cx={x} cy={y} r={5} />
    </g>
  )
}

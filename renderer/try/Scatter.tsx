import type { Span } from '../samples/axis'
import styles from './Truth.module.css'

type At = readonly [x: number, y: number]

interface ScatterProps {
  readonly place: (at: At) => At
  readonly span: Span
  readonly truth: readonly number[]
  readonly predicted: readonly number[]
}

/** A dot for each sample, and the line on which a prediction is exactly right. */
export function Scatter({ place, span, truth, predicted }: ScatterProps) {
  const [from, to] = [place([span.from, span.from]), place([span.to, span.to])]
  return (
    <>
      <path className={styles.line} d={`M${from.join()}L${to.join()}`} />
      {predicted.map((value, i) => {
        const [x, y] = place([truth[i] ?? 0, value])
        return <circle key={i} className={styles.dot} cx={x} cy={y} r={3.5} />
      })}
    </>
  )
}

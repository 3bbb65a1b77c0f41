import { memo } from 'react'
import type { Samples } from '../../shared/datasets/data-session'
import { classShape, classToken } from '../samples/class-look'
import styles from './Boundary.module.css'

type At = readonly [x: number, y: number]
type Kind = 'learned' | 'right' | 'wrong'

interface PlanePointsProps {
  /** Finds the pixel of a place. */
  readonly place: (at: At) => At
  readonly learned: Samples
  readonly heldOut: Samples
  /** What each of the held-out samples is taken for; `null` before it is known. */
  readonly guesses: readonly number[] | null
  readonly field: string
  readonly target: string
}

const none = new Float32Array()

/** Samples on the plane: small those that were learned from, large and in a ring those held out. */
export const PlanePoints = memo(function PlanePoints(props: PlanePointsProps) {
  const { place, learned, heldOut, guesses, field, target } = props
  const marks = ({ rows, fields }: Samples, kindOf: (i: number, truth: number) => Kind) => {
    const [at, truths] = [fields.get(field)?.data ?? none, fields.get(target)?.data ?? none]
    return Array.from(rows, (row, i) => {
      const [x, y] = place([at[i * 2] ?? 0, at[i * 2 + 1] ?? 0])
      const truth = truths[i] ?? 0
      const kind = kindOf(i, truth)
      return (
        <path
          key={row}
          className={styles[kind]}
          d={classShape(truth)}
          fill={`var(${classToken(truth)})`}
          transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${kind === 'learned' ? 0.5 : 0.8})`}
        />
      )
    })
  }
  return (
    <>
      {marks(learned, () => 'learned')}
      {marks(heldOut, (i, truth) => (guesses && guesses[i] !== truth ? 'wrong' : 'right'))}
    </>
  )
})

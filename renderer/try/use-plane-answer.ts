import { useEffect, useState } from 'react'
import type { Plain } from '../../shared/training/protocol'
import { runIdOf } from '../../shared/training/reduce-run'
import { predict, useTraining } from '../store/training'
import { followNetwork } from './follow-network'
import { gridPoints, sharesOf, type Grid, type Plane } from './plane'
import { inputsOf, type ClassQuestion } from './question'
import type { VectorField } from '../../shared/datasets/dataset'

export type PlaneAnswer =
  | { readonly kind: 'asking' }
  /** Probabilities, `[points, classes]`: of the grid's points, and of the others. */
  | { readonly kind: 'shares'; readonly grid: ArrayLike<number>; readonly points: ArrayLike<number> }
  | { readonly kind: 'failed'; readonly why: string }

const asking: PlaneAnswer = { kind: 'asking' }

interface Places {
  readonly question: ClassQuestion
  readonly field: VectorField
  readonly plane: Plane
  readonly grid: Grid
  /** Other places to ask about, `[points, 2]`. */
  readonly points: ArrayLike<number>
}

/** What the network says all over a plane, computed where it trains, and anew as it comes on. */
export function usePlaneAnswer(places: Places): PlaneAnswer {
  const runId = useTraining(s => runIdOf(s.run))
  const [answer, setAnswer] = useState<{ readonly of: string | null; readonly said: PlaneAnswer } | null>(
    null
  )
  const { question, field, grid, points } = places
  const { x, y } = places.plane
  useEffect(() => {
    let isCurrent = true
    const inputs = inputsOf(question, new Map([[field.name, asked({ x, y }, grid, points)]]))
    const end = followNetwork('step', async () => {
      const of = runIdOf(useTraining.getState().run)
      const result = await predict(inputs)
      const scores = result.ok ? result.value[question.output]?.data : undefined
      if (!isCurrent) return
      if (result.ok && scores) setAnswer({ of, said: apart(scores, question.classes.length, grid, points) })
      else if (!result.ok) setAnswer({ of, said: { kind: 'failed', why: result.error } })
    })
    return () => {
      isCurrent = false
      end()
    }
  }, [question, field, grid, points, x, y])
  return answer !== null && answer.of === runId ? answer.said : asking
}

function asked(plane: Plane, grid: Grid, points: ArrayLike<number>): Plain {
  const all = gridPoints(plane, grid)
  const data = new Float32Array(all.length + points.length)
  data.set(all)
  data.set(points, all.length)
  return { shape: [data.length / 2, 2], data }
}

function apart(
  scores: Float32Array | Int32Array,
  classes: number,
  { columns, rows }: Grid,
  points: ArrayLike<number>
): PlaneAnswer {
  const cells = columns * rows
  const shares = Array.from(sharesOf(scores, classes, cells + points.length / 2))
  return { kind: 'shares', grid: shares.slice(0, cells * classes), points: shares.slice(cells * classes) }
}

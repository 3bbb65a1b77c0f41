import type { RunFacts } from '../../shared/training/reduce-run'

export interface Curves {
  /** Steps, train, validation; `null` where a series has no point at a step. */
  readonly data: readonly [readonly number[], readonly (number | null)[], readonly (number | null)[]]
  readonly lastTrain: number | null
  readonly lastValidation: number | null
}

/** More points than this say nothing more on a screen. */
const most = 600

/**
 * The curves of a run: train at every report, validation at the end of each epoch. Long runs are thinned by the mean
 * of neighbours. `null` where nothing has an accuracy.
 */
export function curvesOf(facts: RunFacts, what: 'loss' | 'accuracy'): Curves | null {
  const points = facts.points.flatMap(point => {
    const value = point[what]
    return isDrawn(value) ? [{ step: point.step, value }] : []
  })
  if (points.length === 0) return null
  const train = thinned(points)
  const validation = facts.scores.flatMap(({ step, validation: scores }) => {
    const value = scores?.[what] ?? null
    return isDrawn(value) ? [{ step, value }] : []
  })
  const steps = [...new Set([...train, ...validation].map(({ step }) => step))].sort((a, b) => a - b)
  const along = (series: readonly Sample[]): readonly (number | null)[] => {
    const byStep = new Map(series.map(({ step, value }) => [step, value]))
    return steps.map(step => byStep.get(step) ?? null)
  }
  return {
    data: [steps, along(train), along(validation)],
    lastTrain: points.at(-1)?.value ?? null,
    lastValidation: validation.at(-1)?.value ?? null
  }
}

interface Sample {
  readonly step: number
  readonly value: number
}

/** A loss that is no number any more is told in words. */
function isDrawn(value: number | null): value is number {
  return value !== null && Number.isFinite(value)
}

function thinned(points: readonly Sample[]): readonly Sample[] {
  const size = Math.ceil(points.length / most)
  if (size === 1) return points
  const groups = Math.ceil(points.length / size)
  return Array.from({ length: groups }, (_, i) => {
    const group = points.slice(i * size, (i + 1) * size)
    const mean = group.reduce((sum, { value }) => sum + value, 0) / group.length
    return { step: group.at(-1)?.step ?? 0, value: mean }
  })
}

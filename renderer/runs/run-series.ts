import type { RunRecord } from '../../shared/training/run-record'

/** What the plot of runs shows. */
export type RunMetric = 'loss' | 'accuracy'

export interface RunLine {
  /** Epochs, not whole for points within one. */
  readonly x: readonly number[]
  readonly y: readonly number[]
}

export interface RunLines {
  readonly train: RunLine
  readonly validation: RunLine
}

/**
 * The curves of a run over epochs, so that runs with other batches or less data lie over each other. Training is one
 * point for each epoch where there are some, since validation is; before the first has ended, one for each report.
 */
export function runLines(
  { scores, curves }: Pick<RunRecord, 'scores' | 'curves'>,
  metric: RunMetric
): RunLines {
  const validation = scores.flatMap(({ epoch, validation: at }) => point(epoch, at?.[metric]))
  const train =
    scores.length > 1
      ? scores.flatMap(({ epoch, train: at }) => point(epoch, at[metric]))
      : [...curves.steps].flatMap((step, i) => point(step / stepsPerEpoch(scores, curves), curves[metric][i]))
  return { train: line(train), validation: line(validation) }
}

type Point = readonly [x: number, y: number]

/** Where no epoch has ended, all there is counts as one. */
function stepsPerEpoch([first]: RunRecord['scores'], { steps }: RunRecord['curves']): number {
  return Math.max(1, first ? first.step / first.epoch : (steps.at(-1) ?? 1))
}

function point(x: number, y: number | null | undefined): readonly Point[] {
  return typeof y === 'number' && Number.isFinite(y) ? [[x, y]] : []
}

function line(points: readonly Point[]): RunLine {
  return { x: points.map(([x]) => x), y: points.map(([, y]) => y) }
}

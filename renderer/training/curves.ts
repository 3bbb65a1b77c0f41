import type { RunFacts } from '../../shared/training/reduce-run'
import { smoothed, thinned, type PlotLine } from './plot-lines'

export type Metric = 'loss' | 'accuracy'

export interface CurveWords {
  readonly train: string
  readonly validation: string
}

/**
 * The curves of a run over its steps: training at every report, validation at the end of each epoch. With a
 * `smoothing` above 0 the curve as it was lies faint behind its moving average. `null` where nothing has this metric.
 */
export function curvesOf(
  facts: Pick<RunFacts, 'points' | 'scores'>,
  metric: Metric,
  smoothing: number,
  words: CurveWords
): readonly PlotLine[] | null {
  const points = facts.points.filter(point => isDrawn(point[metric]))
  if (points.length === 0) return null
  const x = points.map(({ step }) => step)
  const y = points.map(point => point[metric] ?? 0)
  const train = { label: words.train, colour: '--series-train' }
  const ends = facts.scores.filter(({ validation }) => isDrawn(validation?.[metric]))
  return [
    ...(smoothing > 0 ? [{ ...train, label: '', faint: true, ...thinned({ x, y }) }] : []),
    { ...train, ...thinned({ x, y: smoothing > 0 ? smoothed(y, smoothing) : y }) },
    {
      label: words.validation,
      colour: '--series-val',
      dotted: true,
      x: ends.map(({ step }) => step),
      y: ends.map(({ validation }) => validation?.[metric] ?? 0)
    }
  ]
}

/** A loss that is no number any more is told in words. */
function isDrawn(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** All that was reported, RFC 4180: a line for each report, and for the end of each epoch one with its scores. */
export function curvesCsv({ points, scores }: Pick<RunFacts, 'points' | 'scores'>): string {
  const ends = new Map(scores.map(end => [end.step, end]))
  const steps = new Set([...points.map(({ step }) => step), ...ends.keys()])
  const reports = new Map(points.map(point => [point.step, point]))
  const rows = [...steps]
    .sort((a, b) => a - b)
    .map(step => {
      const [report, end] = [reports.get(step), ends.get(step)]
      return [
        step,
        report?.loss,
        report?.accuracy,
        end?.epoch,
        end?.train.loss,
        end?.train.accuracy,
        end?.validation?.loss,
        end?.validation?.accuracy
      ]
    })
  const head =
    'step,loss,accuracy,epoch,epoch_train_loss,epoch_train_accuracy,validation_loss,validation_accuracy'
  return [head, ...rows.map(row => row.map(value => value ?? '').join(','))].map(row => `${row}\r\n`).join('')
}

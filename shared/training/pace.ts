import type { SplitCounts } from '../datasets/dataset'
import type { Training } from '../document/schema'

type Pace = Pick<Training, 'batch' | 'epochs'>

/** Without data: as a new document has it. */
const unknown: Pace = { batch: 32, epochs: 5 }

/** From how many training samples on. Few samples give few steps an epoch, and want more of them. */
const paces: readonly (readonly [from: number, pace: Pace])[] = [
  [5000, { batch: 32, epochs: 5 }],
  [2000, { batch: 32, epochs: 10 }],
  [500, { batch: 16, epochs: 40 }],
  [0, { batch: 16, epochs: 60 }]
]

/** Batch and epochs to begin with: about a thousand steps, which is enough for a first look. */
export function paceFor(split: SplitCounts | null): Pace {
  if (!split) return unknown
  const [, pace] = paces.find(([from]) => split.train >= from) ?? [0, unknown]
  return { ...pace, batch: Math.max(1, Math.min(pace.batch, split.train)) }
}

/** Settings for other data: what still is as it suited the old data is as it suits the new one, the rest stays. */
export function paced(training: Training, before: SplitCounts | null, after: SplitCounts | null): Training {
  const [was, is] = [paceFor(before), paceFor(after)]
  return {
    ...training,
    batch: training.batch === was.batch ? is.batch : training.batch,
    epochs: training.epochs === was.epochs ? is.epochs : training.epochs
  }
}

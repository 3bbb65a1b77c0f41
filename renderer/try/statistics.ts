import type { Statistics } from '../../shared/datasets/prepare'

/** What training standardised, `[samples, columns]`, as the dataset has it. */
export function inUnits(
  field: string,
  values: ArrayLike<number>,
  statistics: readonly Statistics[]
): readonly number[] {
  const found = statistics.find(one => one.field === field)
  if (!found) return Array.from(values)
  const { mean, deviation } = found
  return Array.from(
    values,
    (value, i) => value * (deviation[i % deviation.length] ?? 1) + (mean[i % mean.length] ?? 0)
  )
}

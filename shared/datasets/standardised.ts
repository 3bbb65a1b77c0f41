import type { Statistics } from './prepare'
import type { Values } from './gather'

/** Raw values of a field as training sees them; those of a field that is not standardised stay as they are. */
export function standardised(field: string, values: Values, statistics: readonly Statistics[]): Values {
  const found = statistics.find(one => one.field === field)
  if (!found) return values
  const { mean, deviation } = found
  return Float32Array.from(
    values,
    (value, i) => (value - (mean[i % mean.length] ?? 0)) / (deviation[i % mean.length] ?? 1)
  )
}

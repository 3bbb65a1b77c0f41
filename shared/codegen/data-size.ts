import { planData } from './data-plan'
import type { ModelSource } from './target'

/** The most that data.npz can be, in bytes: numbers of 4 bytes, before they are packed; 0 without data. */
export function dataSize(source: ModelSource): number {
  if (!source.data) return 0
  const { dataset, split } = source.data
  const perSample = [...planData(source).arrays.keys()].reduce((bytes, name) => {
    const field = dataset.fields.find(candidate => candidate.name === name)
    const numbers = field ? field.type.shape.reduce<number>((n, d) => n * (d ?? 1), 1) : 0
    return bytes + 4 * numbers
  }, 0)
  return dataset.size * perSample + 4 * (split.train + split.validation + split.test)
}

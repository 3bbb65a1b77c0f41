import type { TargetField } from '../training/losses'
import type { DatasetInfo, Field } from './dataset'

/** What a field is to a loss; `undefined` for what can't be a target. */
export function targetOf(field: Field): TargetField | undefined {
  if (field.kind === 'category') return { kind: 'category', size: field.classes.length }
  return field.kind === 'vector' ? { kind: 'number', size: field.type.shape[0] ?? 1 } : undefined
}

/** Fields that an Input may take. */
export function inputFields(dataset: DatasetInfo): readonly Field[] {
  return dataset.fields.filter(field => field.kind !== 'category')
}

/** Fields that an Output may compare with; the likeliest first. */
export function targetFields(dataset: DatasetInfo): readonly Field[] {
  const targets = dataset.fields.filter(field => targetOf(field) !== undefined)
  return targets.toSorted((a, b) => Number(b.kind === 'category') - Number(a.kind === 'category'))
}

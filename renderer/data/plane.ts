import {
  categoryOf,
  type CategoryField,
  type DatasetInfo,
  type VectorField
} from '../../shared/datasets/dataset'

interface Plane {
  readonly field: VectorField
  readonly category: CategoryField
}

/** Samples that are points in the plane with a class each; `null` for any other data. */
export function planeOf(dataset: DatasetInfo): Plane | null {
  const field = dataset.fields.find(found => found.kind !== 'category')
  const category = categoryOf(dataset)
  return field?.kind === 'vector' && field.columns.length === 2 && category ? { field, category } : null
}

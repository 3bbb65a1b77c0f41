import type { AnyValues } from '../blocks/params'
import { findDataset } from '../datasets/registry'
import { inputFields, targetFields, targetOf } from '../datasets/target'
import type { Document } from '../document/schema'
import { usualLoss } from '../training/losses'

/** Parameters of a new Input: those of the dataset's first field; the defaults without a dataset. */
export function inputParams(document: Document): AnyValues {
  const data = document.data && findDataset(document.data.source)
  const [field] = data ? inputFields(data) : []
  return field ? { field: field.name, shape: field.type.shape, dtype: field.type.dtype } : {}
}

/** Parameters of a new Output: the dataset's likeliest target, with a loss for its kind. */
export function outputParams(document: Document): AnyValues {
  const data = document.data && findDataset(document.data.source)
  const [field] = data ? targetFields(data) : []
  const target = field && targetOf(field)
  return target ? { target: field.name, loss: usualLoss(target.kind) } : {}
}

import type { AnyValues } from '../../shared/blocks/params'
import { findDataset } from '../../shared/datasets/registry'
import { inputFields, targetFields } from '../../shared/datasets/target'
import type { Document } from '../../shared/document/schema'

/** What suits the document: an Input takes a field of its data, an Output a target, a group a definition. */
export function defaultsFor(type: string, document: Document): AnyValues {
  if (type === 'group') {
    const definition = Object.keys(document.networks).find(id => id !== document.root)
    return definition === undefined ? {} : { network: definition }
  }
  const dataset = document.data && findDataset(document.data.source)
  if (!dataset) return {}
  const [input] = inputFields(dataset)
  const [target] = targetFields(dataset)
  if (type === 'input' && input)
    return { field: input.name, shape: input.type.shape, dtype: input.type.dtype }
  if (type === 'output' && target)
    return { target: target.name, loss: target.kind === 'category' ? 'crossEntropy' : 'meanSquaredError' }
  return {}
}

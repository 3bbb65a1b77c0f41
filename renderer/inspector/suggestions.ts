import type { Param } from '../../shared/blocks/params'
import { findDataset } from '../../shared/datasets/registry'
import { inputFields, targetFields } from '../../shared/datasets/target'
import type { Document } from '../../shared/document/schema'

/** What a parameter of text is most likely set to: the fields of the data, the definitions of groups. */
export function suggestionsFor(param: Param, document: Document): readonly string[] {
  if (param.kind !== 'text') return []
  const dataset = document.data && findDataset(document.data.source)
  switch (param.suggest) {
    case 'input-field':
      return dataset ? inputFields(dataset).map(field => field.name) : []
    case 'target-field':
      return dataset ? targetFields(dataset).map(field => field.name) : []
    case 'network':
      return Object.keys(document.networks).filter(id => id !== document.root)
    default:
      return []
  }
}

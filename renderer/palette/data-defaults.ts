import type { AnyValues } from '../../shared/blocks/params'
import type { Document } from '../../shared/document/schema'
import { inputParams, outputParams } from '../../shared/graph/dataset-params'

/** What suits the document: an Input takes a field of its data, an Output a target, a group a definition. */
export function defaultsFor(type: string, document: Document): AnyValues {
  if (type === 'group') {
    const definition = Object.keys(document.networks).find(id => id !== document.root)
    return definition === undefined ? {} : { network: definition }
  }
  if (type === 'input') return inputParams(document)
  return type === 'output' ? outputParams(document) : {}
}

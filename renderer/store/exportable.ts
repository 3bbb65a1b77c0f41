import type { Document } from '../../shared/document/schema'
import type { PlainWeights } from '../../shared/training/protocol'
import { useDocument } from './document'
import { sameNetwork } from './same-network'
import { trainedOf, useTraining, type Trained } from './training'

/** What of the training can be exported with the document as it stands. */
export type ExportableWeights =
  | { readonly kind: 'fitting'; readonly weights: PlainWeights }
  /** Of the network as it was, and not as it is. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'untrained' }

const untrained: ExportableWeights = { kind: 'untrained' }
const outdated: ExportableWeights = { kind: 'outdated' }

let last: {
  readonly document: Document
  readonly trained: Trained['weights']
  readonly of: Document
  readonly is: ExportableWeights
} | null = null

function weightsOf(document: Document, trained: Trained | null): ExportableWeights {
  if (trained === null) return untrained
  if (last?.document === document && last.trained === trained.weights && last.of === trained.document)
    return last.is
  const fits = sameNetwork(trained.document, document)
  const is: ExportableWeights = fits ? { kind: 'fitting', weights: trained.weights } : outdated
  last = { document, trained: trained.weights, of: trained.document, is }
  return is
}

export function exportableWeights(): ExportableWeights {
  return weightsOf(useDocument.getState().document, trainedOf(useTraining.getState()))
}

/** As `exportableWeights`, for components. */
export function useExportableWeights(): ExportableWeights {
  const document = useDocument(s => s.document)
  return useTraining(state => weightsOf(document, trainedOf(state)))
}

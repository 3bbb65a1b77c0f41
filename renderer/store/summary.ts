import type { Document } from '../../shared/document/schema'
import { flattenNetwork } from '../../shared/network/flatten'
import { lower } from '../../shared/network/lower'
import type { Network } from '../../shared/network/network'
import { summarise, type Summary } from '../../shared/network/summary'
import { analysisOf, sameMeaning } from './analysis'
import { useDocument } from './document'

interface Derived {
  readonly of: Document
  readonly network: Network | null
  readonly summary: Summary | null
}

let last: Derived | null = null

/** The network that trains and is exported, and what it costs; `null` while problems keep it from being one. */
function derive(document: Document): Derived {
  if (last && sameMeaning(last.of, document) && last.of.name === document.name) return last
  const lowered = lower(document, analysisOf(document))
  const network = lowered.ok ? lowered.value : null
  const flat = network && flattenNetwork(network)
  last = { of: document, network, summary: flat?.ok ? summarise(flat.value) : null }
  return last
}

/** The network of the document as it stands. */
export function currentNetwork(): Network | null {
  return derive(useDocument.getState().document).network
}

export function useNetwork(): Network | null {
  return useDocument(s => derive(s.document).network)
}

export function useSummary(): Summary | null {
  return useDocument(s => derive(s.document).summary)
}

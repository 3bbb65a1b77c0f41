import { findDataset } from '../datasets/registry'
import type { Document } from '../document/schema'
import type { Network } from '../network/network'
import type { ModelSource } from './target'

/** What a document's code is written from: its network, lowered, and the data that it is bound to. */
export function modelSourceOf(document: Document, network: Network): ModelSource {
  const dataset = document.data && findDataset(document.data.source)
  return document.data && dataset ? { network, data: { dataset, split: document.data.split } } : { network }
}

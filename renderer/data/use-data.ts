import type { DatasetInfo, SplitCounts } from '../../shared/datasets/dataset'
import { findDataset } from '../../shared/datasets/registry'
import { useDocument } from '../store/document'

interface Data {
  readonly dataset: DatasetInfo | null
  readonly split: SplitCounts | null
}

/** The dataset that the document learns from, and how it is split. */
export function useData(): Data {
  const data = useDocument(s => s.document.data)
  return { dataset: data && findDataset(data.source), split: data && data.split }
}

import { findDataset } from '../../shared/datasets/registry'
import { edit } from '../store/edit-document'

/** Learns from this dataset, with the split that suits it; from none, where there is none of this name. */
export function takeDataset(id: string): void {
  const dataset = findDataset(id)
  const data = dataset && { source: id, sha256: dataset.sha256, split: { ...dataset.split, seed: 1 } }
  edit([{ kind: 'setData', data }])
}

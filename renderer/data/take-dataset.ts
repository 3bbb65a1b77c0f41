import { findDataset } from '../../shared/datasets/registry'
import { datasetEdits } from '../../shared/graph/dataset-edits'
import { useDocument } from '../store/document'
import { edit } from '../store/edit-document'

/** Learns from this dataset, with settings that suit it; from none, where there is none of this name. */
export function takeDataset(id: string): void {
  edit(datasetEdits(useDocument.getState().document, findDataset(id)))
}

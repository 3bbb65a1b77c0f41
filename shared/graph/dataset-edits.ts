import type { DatasetInfo } from '../datasets/dataset'
import { findDataset } from '../datasets/registry'
import { targetOf } from '../datasets/target'
import type { BlockId, Document } from '../document/schema'
import { LOSSES, usualLoss, type LossId } from '../training/losses'
import { paced } from '../training/pace'
import type { Edit } from './edits/edit'

/**
 * Learns from a dataset, with the split, the batch and the epochs that suit it, or from none. What a person has
 * set otherwise than it suited the data before stays.
 */
export function datasetEdits(document: Document, dataset: DatasetInfo | null): readonly Edit[] {
  const before = document.data && findDataset(document.data.source)
  const training = paced(document.training, before && before.split, dataset && dataset.split)
  const data = dataset && { source: dataset.id, sha256: dataset.sha256, split: { ...dataset.split, seed: 1 } }
  const losses = Object.entries(document.networks[document.root]?.blocks ?? {}).flatMap(([id, block]) =>
    block.type === 'output' && dataset ? lossEdits(document, dataset, id, block.params['target'] ?? '') : []
  )
  return [{ kind: 'setData', data }, { kind: 'setTraining', training }, ...losses]
}

/** What changes with the parameter `target` of an Output: its loss, where the usual one for other targets stands. */
export function targetEdits(document: Document, block: BlockId, target: unknown): readonly Edit[] {
  const dataset = document.data && findDataset(document.data.source)
  return dataset ? lossEdits(document, dataset, block, target) : []
}

function lossEdits(
  document: Document,
  { fields }: DatasetInfo,
  block: BlockId,
  target: unknown
): readonly Edit[] {
  const field = fields.find(({ name }) => name === target)
  const kind = field && targetOf(field)?.kind
  const loss = document.networks[document.root]?.blocks[block]?.params['loss'] ?? 'crossEntropy'
  if (kind === undefined || !isLoss(loss)) return []
  const { target: wanted } = LOSSES[loss]
  // Another one than the usual was chosen on purpose; the problem that it makes has its own words.
  if (wanted === kind || loss !== usualLoss(wanted)) return []
  return [{ kind: 'setParam', network: document.root, block, name: 'loss', value: usualLoss(kind) }]
}

function isLoss(value: unknown): value is LossId {
  return typeof value === 'string' && Object.hasOwn(LOSSES, value)
}

import type { DatasetMistake, LoadedDataset, ReadAsset } from '../datasets/dataset'
import { findDataset } from '../datasets/registry'
import { prepare, type Prepared } from '../datasets/prepare'
import { makeSplit, type Split } from '../datasets/split'
import type { Document } from '../document/schema'
import type { Problem } from '../graph/problem'
import { networkOf, type Runnable } from '../network/network-of'
import { fail, ok, type Result } from '../result'
import type { TrainingFailure } from './protocol'

/** Data with its split, prepared as the network will see it. */
export interface RunData {
  readonly prepared: Prepared
  readonly split: Split
}

/** Checks and lowers a document; a problem comes back in the words that the window shows for it. */
export function makeRunnable(document: Document): Result<Runnable, TrainingFailure> {
  const made = networkOf(document)
  if (made.ok) return made
  const [first] = made.error
  const block = first?.place.block
  return fail({
    message: first?.message ?? 'The network has problems.',
    advice: adviceFor(first),
    ...(block !== undefined && { block })
  })
}

function adviceFor(problem: Problem | undefined): string {
  if (problem?.code === 'layers') return 'Repeat groups fewer times.'
  return problem?.fix ? `${problem.fix.label}, then train again.` : 'Mend it, then train again.'
}

/** Loads the dataset that a document is bound to, and splits it exactly as the document says. */
export async function loadRunData(
  { data: binding }: Pick<Document, 'data'>,
  read: ReadAsset
): Promise<Result<RunData, TrainingFailure>> {
  const dataset = binding && findDataset(binding.source)
  if (!dataset)
    return fail({
      message: 'No dataset is chosen: there is nothing to learn from.',
      advice: 'Choose a dataset.'
    })
  const loaded: Result<LoadedDataset, DatasetMistake> = await dataset.load(read)
  if (!loaded.ok)
    return fail({ message: loaded.error.message, advice: 'Try again, or choose another dataset.' })
  const { sha256, split: counts } = binding
  if (sha256 !== undefined && sha256 !== loaded.value.info.sha256)
    return fail({
      message: `${dataset.label} is not the data that this document was made with.`,
      advice: 'Choose the dataset anew to train with the data of this version.'
    })
  const split = makeSplit(loaded.value, counts)
  if (!split.ok) return fail({ message: `${split.error}.`, advice: 'Change the split.' })
  return ok({ prepared: prepare(loaded.value, split.value.train), split: split.value })
}

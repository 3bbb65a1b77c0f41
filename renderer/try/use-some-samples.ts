import type { Samples, SplitRows } from '../../shared/datasets/data-session'
import type { DataBinding } from '../../shared/document/schema'
import { ok, type Result } from '../../shared/result'
import { useRead } from '../samples/use-read'
import { heldOutRows } from '../samples/use-split'
import { readSamples, readSplit } from '../workers/data-client'

/** Samples that a network was shown and some that it was not: enough to see how a dataset lies. */
export interface SomeSamples {
  readonly learned: Samples
  readonly heldOut: Samples
  readonly split: SplitRows
}

const mostLearned = 400
const mostHeldOut = 200

/** Some samples of either kind; `null` until they are read. */
export function useSomeSamples(data: DataBinding): Result<SomeSamples, string> | null {
  const last = useRead(data, readSome)
  return last?.of === data ? last.result : null
}

async function readSome(data: DataBinding): Promise<Result<SomeSamples, string>> {
  const split = await readSplit(data)
  if (!split.ok) return split
  const learned = await readSamples(data, split.value.train.slice(0, mostLearned))
  if (!learned.ok) return learned
  const heldOut = await readSamples(data, heldOutRows(split.value).slice(0, mostHeldOut))
  if (!heldOut.ok) return heldOut
  return ok({ learned: learned.value, heldOut: heldOut.value, split: split.value })
}

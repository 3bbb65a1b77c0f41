import { useEffect, useState } from 'react'
import type { Samples, SplitRows } from '../../shared/datasets/data-session'
import type { DataBinding } from '../../shared/document/schema'
import type { Result } from '../../shared/result'
import { readSamples, readSplit } from '../data/samples'

/** What was read, with what it was read of: an answer that comes late is for nobody. */
type Read<T> = { readonly of: DataBinding; readonly result: Result<T, string> } | null

function useRead<T>(data: DataBinding, read: (data: DataBinding) => Promise<Result<T, string>>) {
  const [state, setState] = useState<Read<T>>(null)
  useEffect(() => {
    let isCurrent = true
    void read(data).then(result => {
      if (isCurrent) setState({ of: data, result })
    })
    return () => {
      isCurrent = false
    }
  }, [data, read])
  return state?.of === data ? state.result : null
}

/** Which rows are learned from and which are held out; `null` until it is known. */
export function useSplit(data: DataBinding): Result<SplitRows, string> | null {
  return useRead(data, readSplit)
}

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
  return useRead(data, readSome)
}

async function readSome(data: DataBinding): Promise<Result<SomeSamples, string>> {
  const split = await readSplit(data)
  if (!split.ok) return split
  const learned = await readSamples(data, split.value.train.slice(0, mostLearned))
  if (!learned.ok) return learned
  const heldOut = await readSamples(data, heldOutRows(split.value).slice(0, mostHeldOut))
  if (!heldOut.ok) return heldOut
  return { ok: true, value: { learned: learned.value, heldOut: heldOut.value, split: split.value } }
}

/** Rows that nothing was learned from: those of the test, or of the validation where the test has none. */
export function heldOutRows({ test, validation }: Pick<SplitRows, 'test' | 'validation'>): Int32Array {
  return test.length > 0 ? test : validation
}

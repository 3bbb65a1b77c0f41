import type { SplitRows } from '../../shared/datasets/data-session'
import type { DataBinding } from '../../shared/document/schema'
import { fail, ok, type Result } from '../../shared/result'
import { readSplit } from '../workers/data-client'
import { useRead } from './use-read'

/** Which rows are learned from and which are held out; `null` until it is known. */
export function useSplit(data: DataBinding): Result<SplitRows, string> | null {
  const last = useRead(data, readSplit)
  return last?.of === data ? last.result : null
}

/** As `useSplit`; while another split is made the last one of the same dataset stays, with what it was made of. */
export function useLastSplit(
  data: DataBinding
): Result<{ readonly data: DataBinding; readonly split: SplitRows }, string> | null {
  const last = useRead(data, readSplit)
  if (last?.of.source !== data.source) return null
  return last.result.ok ? ok({ data: last.of, split: last.result.value }) : fail(last.result.error)
}

/** Rows that nothing was learned from: those of the test, or of the validation where the test has none. */
export function heldOutRows({ test, validation }: Pick<SplitRows, 'test' | 'validation'>): Int32Array {
  return test.length > 0 ? test : validation
}

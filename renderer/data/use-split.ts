import { useEffect, useState } from 'react'
import type { SplitRows } from '../../shared/datasets/data-session'
import type { DataBinding } from '../../shared/document/schema'
import { readSplit } from './samples'

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'split'; readonly data: DataBinding; readonly split: SplitRows }
  | { readonly kind: 'failed'; readonly why: string }

/** The rows of each part, read in a worker; while another split is made the last one of the dataset stays. */
export function useSplit(data: DataBinding): State {
  const [state, setState] = useState<State>({ kind: 'loading' })
  useEffect(() => {
    let isCurrent = true
    void readSplit(data).then(read => {
      if (isCurrent)
        setState(read.ok ? { kind: 'split', data, split: read.value } : { kind: 'failed', why: read.error })
    })
    return () => {
      isCurrent = false
    }
  }, [data])
  return state.kind === 'split' && state.data.source !== data.source ? { kind: 'loading' } : state
}

import { useEffect, useState } from 'react'
import type { Samples } from '../../shared/datasets/data-session'
import type { DataBinding } from '../../shared/document/schema'
import { readSamples } from '../data/samples'

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'samples'; readonly samples: Samples }
  | { readonly kind: 'failed'; readonly why: string }

const loading: State = { kind: 'loading' }

/** The samples of these rows, read in a worker; while others are read the last ones stay. */
export function useSamples(data: DataBinding | null, rows: Int32Array): State {
  const [state, setState] = useState<State>(loading)
  const wanted = rows.join()
  useEffect(() => {
    if (!data) return
    let isCurrent = true
    void readSamples(data, rows).then(read => {
      if (isCurrent)
        setState(read.ok ? { kind: 'samples', samples: read.value } : { kind: 'failed', why: read.error })
    })
    return () => {
      isCurrent = false
    }
    // Rows are another array each time; what is in them counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [data, wanted])
  return state
}

/** The values of a field of one sample, by its place among those that were read. */
export function valuesOf(samples: Samples, field: string, place: number): ArrayLike<number> | null {
  const plain = samples.fields.get(field)
  if (!plain || place < 0 || place >= samples.rows.length) return null
  const width = plain.data.length / samples.rows.length
  return plain.data.subarray(place * width, (place + 1) * width)
}

import { useCallback } from 'react'
import type { Samples } from '../../shared/datasets/data-session'
import type { DataBinding } from '../../shared/document/schema'
import type { Result } from '../../shared/result'
import { readSamples } from '../workers/data-client'
import { useRead } from './use-read'

/** The samples of these rows, `null` before there are any; while others are read the last ones stay. */
export function useSamples(data: DataBinding | null, rows: Int32Array): Result<Samples, string> | null {
  const wanted = rows.join()
  // Rows are another array each time; what is in them counts.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const read = useCallback((of: DataBinding) => readSamples(of, rows), [wanted])
  return useRead(data, read)?.result ?? null
}

/** The values of a field of one sample, by its place among those that were read. */
export function valuesOf(samples: Samples, field: string, place: number): ArrayLike<number> | null {
  const plain = samples.fields.get(field)
  if (!plain || place < 0 || place >= samples.rows.length) return null
  const width = plain.data.length / samples.rows.length
  return plain.data.subarray(place * width, (place + 1) * width)
}

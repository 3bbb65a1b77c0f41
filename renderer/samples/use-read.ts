import { useEffect, useState } from 'react'
import type { DataBinding } from '../../shared/document/schema'
import type { Result } from '../../shared/result'

interface Read<T> {
  /** What it was read of. */
  readonly of: DataBinding
  readonly result: Result<T, string>
}

/** What was read last, which may be of other data than is asked for by now; `null` before there is anything. */
export function useRead<T>(
  data: DataBinding | null,
  read: (data: DataBinding) => Promise<Result<T, string>>
): Read<T> | null {
  const [last, setLast] = useState<Read<T> | null>(null)
  useEffect(() => {
    if (!data) return
    let isCurrent = true
    void read(data).then(result => {
      if (isCurrent) setLast({ of: data, result })
    })
    return () => {
      isCurrent = false
    }
  }, [data, read])
  return last
}

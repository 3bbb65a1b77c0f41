import { useMemo } from 'react'
import type { ModelSource } from '../../shared/codegen/target'
import { useData } from '../data/use-data'
import { useNetwork } from '../store/summary'

/** What the code is written from; `null` while the network has problems. */
export function useSource(): ModelSource | null {
  const network = useNetwork()
  const { dataset, split } = useData()
  return useMemo(
    () => network && { network, ...(dataset && split && { data: { dataset, split } }) },
    [network, dataset, split]
  )
}

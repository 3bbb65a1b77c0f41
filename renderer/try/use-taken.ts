import { useRef, useState } from 'react'
import type { Samples } from '../../shared/datasets/data-session'
import type { DataBinding } from '../../shared/document/schema'
import { strings } from '../../shared/strings/strings'
import { heldOutRows, useSplit } from '../samples/use-split'
import { readSamples } from '../workers/data-client'

/** One sample, batch of one. */
export interface Taken {
  readonly row: number
  readonly fields: Samples['fields']
}

/** Takes one held-out sample after the other, and begins anew behind the last one. */
export function useTaken(data: DataBinding, onTake: (taken: Taken) => void) {
  const split = useSplit(data)
  const [taken, setTaken] = useState<Taken | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const next = useRef(0)
  const rows = split?.ok === true ? heldOutRows(split.value) : null

  const take = async (): Promise<void> => {
    if (!rows) return
    const row = rows[next.current++ % rows.length]
    if (row === undefined) {
      setWhy(strings.trying.nothingHeldOut)
      return
    }
    const read = await readSamples(data, Int32Array.of(row))
    if (!read.ok) {
      setWhy(read.error)
      return
    }
    const one: Taken = { row, fields: read.value.fields }
    setWhy(null)
    setTaken(one)
    onTake(one)
  }

  return {
    taken,
    why: split?.ok === false ? split.error : why,
    isReady: rows !== null,
    take: () => void take(),
    putAway: () => setTaken(null)
  }
}

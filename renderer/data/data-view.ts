import { create } from 'zustand'
import type { Part } from '../../shared/datasets/split'

/** Which samples are looked at; it outlives the panel, which goes with its tab. */
interface DataView {
  /** The dataset that the rest is about. */
  readonly source: string
  readonly part: Part
  /** A class by its place; `null` for all. */
  readonly label: number | null
  /** Where the page starts. */
  readonly start: number
  /** The sample at a closer look; the first of the page where it is none of them. */
  readonly row: number | null
}

const first = (source: string): DataView => ({ source, part: 'train', label: null, start: 0, row: null })

const useStored = create<DataView>()(() => first(''))

/** What is looked at of a dataset; of another one than before from the beginning. */
export function useDataView(source: string): DataView {
  const stored = useStored()
  return stored.source === source ? stored : first(source)
}

export function look(source: string, at: Partial<Omit<DataView, 'source'>>): void {
  useStored.setState(stored => ({ ...(stored.source === source ? stored : first(source)), ...at }))
}

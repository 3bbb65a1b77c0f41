import { create } from 'zustand'
import type { Filter } from './matrix'

export type TryView = 'ask' | 'samples' | 'matrix' | 'boundary'

interface TryState {
  /** `null`: the first that suits the data. */
  readonly view: TryView | null
  readonly filter: Filter
  /** The sample that is looked at closely, by its row in the dataset. */
  readonly row: number | null
}

export const useTryView = create<TryState>()(() => ({
  view: null,
  filter: { shown: 'all', cell: null },
  row: null
}))

export function showTryView(view: TryView): void {
  useTryView.setState({ view })
}

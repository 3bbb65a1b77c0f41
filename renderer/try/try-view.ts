import { create } from 'zustand'
import type { Filter } from './matrix'
import type { TryView } from './question'

interface TryState {
  /** What was looked at last; where it does not suit the data, the first that does is shown. */
  readonly view: TryView
  readonly filter: Filter
  /** The sample that is looked at closely, by its row in the dataset. */
  readonly row: number | null
}

/** Remembered while the window lives. */
export const useTryView = create<TryState>()(() => ({
  view: 'ask',
  filter: { shown: 'all', cell: null },
  row: null
}))

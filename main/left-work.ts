import type { Journals } from './storage/journals'

interface WindowId {
  readonly id: string
}

/** The work of windows whose page is gone, until the next page takes it up. */
export interface LeftWork {
  /** The page is gone: when its work was last kept, in milliseconds since 1970; `null` where it had none. */
  readonly keptAt: (window: WindowId) => Promise<number | null>
  /** The id of what the next page is to take up, if there is anything. */
  readonly take: (window: WindowId) => Promise<string | null>
}

/** A journal is left once: from then on its window writes another one. */
export function createLeftWork(journals: Pick<Journals, 'leave' | 'abandoned'>): LeftWork {
  const left = new Map<string, Promise<string | null>>()
  return {
    keptAt: async ({ id: window }) => {
      const leaving = left.get(window) ?? journals.leave(window)
      left.set(window, leaving)
      const work = await leaving
      const found = work === null ? [] : await journals.abandoned()
      return found.find(({ id }) => id === work)?.time ?? null
    },
    take: async ({ id: window }) => {
      const leaving = left.get(window) ?? journals.leave(window)
      left.delete(window)
      return leaving
    }
  }
}

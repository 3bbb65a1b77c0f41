import { randomUUID } from 'node:crypto'
import { createShelf, type Shelf } from '../../shared/journal/shelf'
import type { WindowJournal } from '../../shared/journal/window-journal'
import { createJournalDrive, journalTrouble, type JournalFs } from './journal-drive'

/** The journals of this app's windows, each known by the id of its window, and those that windows have left. */
export interface Journals extends Omit<Shelf, 'open'> {
  /** The one that a window writes. */
  of(window: string): WindowJournal
  /**
   * What the window has in its journal is work that any window may take up: it was put aside, or its page has crashed,
   * or the window is gone. Gives the id of that work, if there is any.
   */
  leave(window: string): Promise<string | null>
}

interface Options {
  /** One folder for all of them, which need not be there yet. */
  readonly folder: string
  readonly fs?: JournalFs
  readonly now?: () => number
}

export function createJournals({ folder, fs, now = Date.now }: Options): Journals {
  const living = new Map<string, WindowJournal>()
  const shelf = createShelf({
    drive: createJournalDrive(folder, fs),
    owned: () => Promise.resolve(new Set([...living.values()].map(({ id }) => id))),
    now,
    wordsOf: journalTrouble
  })
  return {
    ...shelf,
    of: window => {
      const journal = living.get(window) ?? shelf.open(randomUUID())
      living.set(window, journal)
      return journal
    },
    leave: async window => {
      const journal = living.get(window)
      if (!journal) return null
      const holds = await journal.leave()
      // What was asked for meanwhile has gone into it too; only then is it nobody's.
      if (living.get(window) === journal) living.delete(window)
      return holds ? journal.id : null
    }
  }
}

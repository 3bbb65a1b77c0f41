import type { RecentFiles } from '../storage/recent-files'
import type { Handlers } from './register'

interface Needs {
  readonly recent: RecentFiles
  readonly pathOf: (file: string) => string | undefined
  /** Adds a path to the system's own list. */
  readonly addToSystem: (path: string) => void
  /** The list is another now. */
  readonly changed: () => void
}

type Names = 'recent.list' | 'recent.note' | 'recent.forget' | 'recent.clear'

/** The list of files that were opened or saved last. */
export function recentHandlers({ recent, pathOf, addToSystem, changed }: Needs): Handlers<Names> {
  return {
    'recent.list': () => recent.list(),
    'recent.note': async ({ file, picture }) => {
      const path = pathOf(file)
      if (path === undefined) return null
      await recent.note(path, picture)
      addToSystem(path)
      changed()
      return null
    },
    'recent.forget': async ({ id }) => {
      await recent.forget(id)
      changed()
      return null
    },
    'recent.clear': async () => {
      await recent.clear()
      changed()
      return null
    }
  }
}

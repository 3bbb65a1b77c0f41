import type { RecentFiles } from '../storage/recent-files'
import type { Handlers } from './register'

interface Needs {
  readonly recent: RecentFiles
  readonly pathOf: (file: string) => string | null
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
    'recent.note': ({ file, picture }) => {
      recent.note(file, picture)
      const path = pathOf(file)
      if (path !== null) addToSystem(path)
      changed()
      return null
    },
    'recent.forget': ({ id }) => {
      recent.forget(id)
      changed()
      return null
    },
    'recent.clear': () => {
      recent.clear()
      changed()
      return null
    }
  }
}

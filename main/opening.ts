import type { UserFiles } from './storage/user-files'
import { blankBeginning, isBlank, tell, type AppWindow } from './window/app-window'
import { raise, type Windows } from './window/windows'

export interface Opening {
  /** Shows a file that came from outside: a double click, the list of recent files, another start of the app. */
  open(path: string): Promise<void>
  /**
   * Shows a file that was chosen in a window elsewhere, where that is better: where it is shown already, or in a new
   * window where this one has work that is saved nowhere. Whether it did.
   */
  openElsewhere(file: string, from: AppWindow): Promise<boolean>
}

/** In which window a file is shown. Each file is in one window, so that no two write over each other. */
export function createOpening(
  files: Pick<UserFiles, 'grant' | 'read'>,
  windows: Pick<Windows, 'all' | 'front' | 'open'>
): Opening {
  const showing = (file: string): AppWindow | undefined =>
    windows.all().find(({ face }) => face.file === file)

  return {
    open: async path => {
      const file = await files.grant(path)
      const there = showing(file)
      if (there) {
        raise(there)
        return
      }
      const read = await files.read(file)
      const front = windows.front()
      if (!front || !isBlank(front) || isWaiting(front)) windows.open({ ...blankBeginning, open: read })
      else {
        if (front.begun) tell(front, 'open', read)
        else front.beginning = { ...blankBeginning, open: read }
        raise(front)
      }
    },
    openElsewhere: async (file, from) => {
      const there = showing(file)
      if (there && there !== from) {
        raise(there)
        return true
      }
      if (there === from || !from.face.edited) return false
      windows.open({ ...blankBeginning, open: await files.read(file) })
      return true
    }
  }
}

/** Whether it is about to show something, though it does not yet. */
function isWaiting({ begun, beginning }: AppWindow): boolean {
  return !begun && (beginning.open !== null || beginning.recover !== null)
}

import type { FileTrouble } from '../shared/files/trouble'
import type { ReadFile } from '../shared/ipc/answers'
import { ok, type Result } from '../shared/result'
import type { UserFiles } from './storage/user-files'
import { blankBeginning, isBlank, tell, type AppWindow } from './window/app-window'
import { raise, type Windows } from './window/windows'

export interface Opening {
  /** Shows a file that came from outside: a double click, the list of recent files, another start of the app. */
  open(path: string): Promise<void>
  /**
   * Reads a file that was chosen in a window. `null`: it is shown elsewhere, where it was open already, or in a new
   * window because this one has work that is saved nowhere.
   */
  readFor(from: AppWindow, file: string): Promise<Result<ReadFile | null, FileTrouble>>
  /** Whether another window shows the file: what it knows of it is not what this one knows. */
  isShownElsewhere(from: AppWindow, file: string): boolean
}

/** In which window a file is shown. Each file is in one window, so that no two write over each other. */
export function createOpening(
  files: Pick<UserFiles, 'grant' | 'read'>,
  windows: Pick<Windows, 'all' | 'front' | 'open'>,
  /** Before it no window can be made; files are read meanwhile. */
  ready: Promise<unknown>
): Opening {
  const showing = (file: string): AppWindow | undefined =>
    windows.all().find(({ face }) => face.file === file)
  const isShownElsewhere = (from: AppWindow, file: string): boolean =>
    windows.all().some(window => window !== from && window.face.file === file)

  return {
    open: async path => {
      const file = await files.grant(path)
      const there = showing(file)
      if (there) {
        raise(there)
        return
      }
      const read = await files.read(file)
      await ready
      const front = windows.front()
      // What can't be read is only told, and changes nothing, whatever the window shows.
      const isFor =
        front && (read.ok ? isBlank(front) && !isWaiting(front) : front.begun || !isWaiting(front))
      if (!isFor) windows.open({ ...blankBeginning, open: read })
      else {
        if (front.begun) tell(front, 'open', read)
        else front.beginning = { ...blankBeginning, open: read }
        raise(front)
      }
    },
    readFor: async (from, file) => {
      const there = showing(file)
      if (there && there !== from) {
        raise(there)
        return ok(null)
      }
      const read = await files.read(file)
      if (!read.ok || there === from || !from.face.edited) return read
      windows.open({ ...blankBeginning, open: read })
      return ok(null)
    },
    isShownElsewhere
  }
}

/** Whether it is about to show something, though it does not yet. */
function isWaiting({ begun, beginning }: AppWindow): boolean {
  return !begun && (beginning.open !== null || beginning.recover !== null)
}

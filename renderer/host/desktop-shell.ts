import type { FileTrouble } from '../../shared/files/trouble'
import type { CommandId } from '../../shared/commands/commands'
import type { WindowFace } from '../../shared/ipc/payloads'
import type { Result } from '../../shared/result'
import type { FileHandle, OpenedFile } from './host'

/** What the window tells of itself; the file is named as the renderer knows it. */
export type Face = Omit<WindowFace, 'file'> & { readonly file: FileHandle | null }

/** What main asks of the window. */
export interface DesktopListener {
  /** A command was chosen in the menu. */
  command(id: CommandId): void
  /** A file is to be shown here. */
  open(opened: Result<OpenedFile, FileTrouble>): void
  /** The window is to close: saves, and says whether all is saved now. */
  saveBeforeClosing(): Promise<boolean>
}

/** What a desktop app has and a page in a browser has not. */
export interface Desktop {
  readonly platform: 'linux' | 'mac' | 'windows'
  readonly version: string
  /** Something to tell at the start: the settings were damaged. */
  readonly note: string | null
  /** What this window was opened for. */
  readonly open: Result<OpenedFile, FileTrouble> | null
  /** The work that this window is to take up. */
  readonly recover: string | null
  /** What was chosen in the menu while there was no window. */
  readonly command: CommandId | null
  listen(listener: DesktopListener): void
  show(face: Face): void
  newWindow(screen: WindowFace['screen']): void
  /** Loads the window anew; its work is taken up from the journal. */
  restart(): void
  /** Ends the app and starts it again; a window whose work is not saved asks first. */
  restartApp(): void
  openLink(url: string): Promise<boolean>
  /** Versions and the latest lines of the log, without paths or data of the person. */
  details(): Promise<string>
  checkForUpdates(): void
}

import type { FileTrouble } from '../../shared/files/trouble'
import type { Result } from '../../shared/result'
import type { BlobStore } from './blobs'
import type { Desktop } from './desktop-shell'
import type { Journals } from './journals'
import type { Recents } from './recents'

/** Where a file came from, for saving there again; what it is, only the host knows. */
export type FileHandle = { readonly kind: 'file-handle'; readonly token: unknown }

export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** `null` where the host can't write there again. */
  readonly handle: FileHandle | null
}

export interface SavedFile {
  readonly name: string
  readonly handle: FileHandle | null
}

/** Makes what is to be written, once the place for it is chosen; `null`: the person has changed their mind. */
export type Making<T> = () => Promise<Result<T | null, string>>

/** What may be overwritten: what was last read or written by this window, or whatever is there. */
export type Over = 'known' | 'anything'

/** Something that is taken away: a picture, code, a table. */
export interface Export {
  /** With its ending, which says what it is: `model.py`, `loss.csv`. */
  readonly name: string
  /** What takes long is made after the question: a browser opens no dialog that comes long after the click. */
  readonly bytes: Uint8Array | Making<Uint8Array>
}

/** A file of a folder that is taken away. */
export interface FolderFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the app needs from its surroundings. A `null` value: the person has changed their mind. */
export interface Host {
  readonly kind: 'web' | 'desktop'
  /** Asks for a file and reads it; `null` too where another window shows it now. */
  openFile(): Promise<Result<OpenedFile | null, FileTrouble>>
  /** Reads the file among what was dropped on the window, if there is one; to be called before the event is over. */
  readDropped(dropped: DataTransfer): Promise<Result<OpenedFile | null, FileTrouble>>
  /** Calls with the file that the system has started the app for; absent where main sees to that. */
  readonly followLaunch?: (open: (opened: Result<OpenedFile, FileTrouble>) => void) => void
  /** Reads a file again, or later; may ask for leave first. Absent where the host forgets files. */
  readonly reopen?: (handle: FileHandle) => Promise<Result<OpenedFile, FileTrouble>>
  /** Files that were opened or saved; absent where the host forgets them. */
  readonly recents?: Recents
  /** Writes to `handle`; without one asks where. `name` is proposed. */
  saveFile(
    bytes: Uint8Array,
    name: string,
    handle: FileHandle | null,
    over: Over
  ): Promise<Result<SavedFile | null, FileTrouble>>
  /** Asks where to, and writes; gives the name that it got. */
  saveExport(file: Export): Promise<Result<string | null, string>>
  /**
   * Asks for a place, and makes a new folder of that name there, or a like one where it is taken; gives the name that
   * it got. Absent where the host has no folders.
   */
  readonly saveFolder?: (
    name: string,
    files: Making<readonly FolderFile[]>
  ) => Promise<Result<string | null, string>>
  copyText(text: string): Promise<boolean>
  /** Puts a PNG on the clipboard, which may still be drawn when it is asked for; absent where the host can't. */
  readonly copyPicture?: (png: Promise<Uint8Array>) => Promise<boolean>
  readSetting(key: string): string | null
  writeSetting(key: string, value: string): void
  /** Tells of each setting that another window writes; `null`: it is forgotten. */
  readonly followSettings?: (changed: (key: string, value: string | null) => void) => void
  /** Writes an error of the window into the log; absent where there is none. */
  readonly report?: (message: string, stack: string) => void
  /** What outlasts the window and is too large for a setting: runs, recent files. */
  readonly blobs: BlobStore
  /** Whether a file can be written to without a question; always, where this is absent. */
  readonly mayWrite?: (handle: FileHandle) => Promise<boolean>
  /** Where edits are kept until they are saved. */
  readonly journals?: Journals
  /** What a desktop app has and a page in a browser has not. */
  readonly desktop?: Desktop
}

import type { Result } from '../../shared/result'

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

/** What the app needs from its surroundings. A `null` value: the person has changed their mind. */
export interface Host {
  /** Asks for a file and reads it. */
  openFile(): Promise<Result<OpenedFile | null, string>>
  /** Reads a file that was dropped on the window. */
  readDropped(file: File): Promise<Result<OpenedFile, string>>
  /** Writes to `handle`; without one asks where. `name` is proposed. */
  saveFile(
    bytes: Uint8Array,
    name: string,
    handle: FileHandle | null
  ): Promise<Result<SavedFile | null, string>>
  copyText(text: string): Promise<boolean>
  readSetting(key: string): string | null
  writeSetting(key: string, value: string): void
}

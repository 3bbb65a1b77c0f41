import type { FileHandle } from './host'

/** A file that was opened or saved, and can be opened again. */
export interface Recent {
  readonly id: string
  readonly name: string
  /** Where it lies, in words for the person; absent where the host doesn't know. */
  readonly folder?: string
  /** When it was last opened or saved, in milliseconds since 1970. */
  readonly time: number
  readonly handle: FileHandle
  /** What `note` was given. */
  readonly picture: unknown
}

/** The files that were opened or saved last, the same for all windows. */
export interface Recents {
  /** The latest first. */
  list(): Promise<readonly Recent[]>
  /** Puts a file at the head of the list, in place of what the list says of it. */
  note(name: string, handle: FileHandle, picture: unknown): Promise<void>
  /** Takes a file off the list; the file itself stays as it is. */
  forget(id: string): Promise<void>
  /** Called when another window has changed the list. */
  readonly follow?: (changed: () => void) => void
}

/** Work that a window had when it ended without a word. */
export interface AbandonedWork {
  readonly id: string
  /** The document's name. */
  readonly name: string
  /** When it was last written to, in milliseconds since 1970. */
  readonly time: number
  /** How many edits it keeps that were not saved. */
  readonly edits: number
  /** The name of the file that it came from, or was last saved to. */
  readonly fileName: string | null
}

/** What is needed to have the work back: a document file, and the lines of the edits after it. */
export interface KeptWork {
  readonly base: Uint8Array
  readonly lines: string
  /** The file that it came from, or was last saved to; `handle` is the token that main knows it by. */
  readonly file: { readonly name: string; readonly handle: string | null } | null
}

import type { AbandonedWork, KeptWork } from '../../shared/journal/kept'
import type { Result } from '../../shared/result'
import type { FileHandle } from './host'

/**
 * Where every edit of this window is kept until it is saved: a document file, and a line for each edit since. Each
 * window writes one journal, and reads those of windows that ended without a word.
 */
export interface Journals {
  /** This window's journal holds this document from now on, and nothing of what it held before. */
  begin(work: BegunWork): Promise<Result<null, string>>
  /** Gives the sequence number of the last edit that is on the disk. They count from 1 after each `begin`. */
  append(sequence: number, line: string): Promise<Result<number, string>>
  /** There is nothing to recover: all is saved, or the person wants it gone. */
  end(): Promise<void>
  /**
   * What the journal holds stays as abandoned work, and what comes next goes into another one. Gives the id of that
   * work; `null` where there was nothing in it.
   */
  leave(): Promise<string | null>
  /** The latest first. */
  abandoned(): Promise<readonly AbandonedWork[]>
  /** Reads it; it stays until it is discarded, which is done when this window has it in a journal of its own. */
  take(id: string): Promise<Result<TakenWork, string>>
  discard(id: string): Promise<void>
}

export interface BegunWork {
  /** The document's name. */
  readonly name: string
  readonly file: WorkFile | null
  /** How many edits the base holds that are in no file. A journal without edits is not offered. */
  readonly edits: number
  /** The bytes of a document file. */
  readonly base: Uint8Array
}

export type TakenWork = Omit<KeptWork, 'file'> & { readonly file: WorkFile | null }

/** The file that work came from, or was last saved to. */
interface WorkFile {
  readonly name: string
  /** `null` where the host can't write there. */
  readonly handle: FileHandle | null
}

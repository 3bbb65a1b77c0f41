import type { AbandonedWork, KeptWork } from '../../shared/journal/kept'
import type { Result } from '../../shared/result'
import type { FileHandle } from './host'

/**
 * Where every edit of this window is kept until it is saved: a document file, and a line for each edit since. Each
 * window writes one journal, and reads those of windows that ended without a word.
 */
export interface Journals {
  /** This window's journal holds this document from now on, and nothing of what it held before. */
  begin(name: string, file: FileHandle | null, base: Uint8Array): Promise<Result<null, string>>
  /** Gives the sequence number of the last edit that is on the disk. They count from 1 after each `begin`. */
  append(sequence: number, line: string): Promise<Result<number, string>>
  /** There is nothing to recover: all is saved, or the person wants it gone. */
  end(): Promise<void>
  /** The latest first. */
  abandoned(): Promise<readonly AbandonedWork[]>
  /** Reads it; it stays until it is discarded, which is done when this window has it in a journal of its own. */
  take(id: string): Promise<Result<KeptWork, string>>
  discard(id: string): Promise<void>
}

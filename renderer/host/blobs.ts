import type { Result } from '../../shared/result'

/** Bytes, or anything else that can be cloned, by key: `runs/doc-1/run-3`. */
export interface BlobStore {
  /** `null` where there is none. */
  get(key: string): Promise<Result<unknown, string>>
  put(key: string, value: unknown): Promise<Result<null, string>>
  delete(key: string): Promise<Result<null, string>>
  /** All keys that begin with this, in their order. */
  keys(prefix: string): Promise<Result<readonly string[], string>>
}

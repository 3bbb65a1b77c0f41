import type { About } from '../../shared/journal/generation'
import type { AbandonedWork } from '../../shared/journal/kept'
import type { FoundWork } from '../../shared/journal/shelf'
import type { Result } from '../../shared/result'

/** What the window asks of the worker that writes its journal. */
export interface JournalService {
  /** `id` names the journal that is written from now on. */
  readonly begin: (id: string, about: About, base: Uint8Array) => Promise<Result<null, string>>
  readonly append: (sequence: number, line: string) => Promise<Result<number, string>>
  readonly end: (id: string) => Promise<void>
  /** Whether there is anything in it. */
  readonly leave: (id: string) => Promise<boolean>
  readonly abandoned: () => Promise<readonly AbandonedWork[]>
  readonly take: (id: string) => Promise<Result<FoundWork, string>>
  readonly discard: (id: string) => Promise<void>
}

export type JournalRequest = keyof JournalService

/** A call of one of them. */
export type ToJournal = {
  readonly [Name in JournalRequest]: {
    readonly call: number
    readonly name: Name
    readonly given: Parameters<JournalService[Name]>
  }
}[JournalRequest]

export interface FromJournal {
  readonly call: number
  readonly answer: Awaited<ReturnType<JournalService[JournalRequest]>>
}

/** Held by a window for as long as it lives, so that others know whose journal is whose. */
export const lockPrefix = 'blockprop-journal/'

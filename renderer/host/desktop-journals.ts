import { ok } from '../../shared/result'
import type { Ask } from './desktop'
import type { FileHandle } from './host'
import type { Journals } from './journals'

interface Files {
  readonly handleOf: (token: string) => FileHandle
  readonly tokenOf: (handle: FileHandle) => string
}

/** Journals as the main process writes them: it knows which window asks. */
export function createDesktopJournals(ask: Ask, { handleOf, tokenOf }: Files): Journals {
  return {
    begin: ({ name, file, edits, base }) =>
      ask('journal.begin', { name, file: file?.handle ? tokenOf(file.handle) : null, edits, base }),
    append: (sequence, line) => ask('journal.append', { sequence, line }),
    end: async () => {
      await ask('journal.end', null)
    },
    leave: () => ask('journal.leave', null),
    abandoned: () => ask('journal.abandoned', null),
    take: async id => {
      const taken = await ask('journal.take', { id })
      if (!taken.ok) return taken
      const { file, ...work } = taken.value
      const handle = file?.handle ?? null
      return ok({
        ...work,
        file: file && { name: file.name, handle: handle === null ? null : handleOf(handle) }
      })
    },
    discard: async id => {
      await ask('journal.discard', { id })
    }
  }
}

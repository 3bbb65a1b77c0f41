import { basename } from 'node:path'
import { ok } from '../../shared/result'
import type { AnswerOf } from '../../shared/ipc/answers'
import type { Payloads } from '../../shared/ipc/payloads'
import type { Journals } from '../storage/journals'

/** Files as pages know them: by tokens, never by paths. */
interface Files {
  readonly pathOf: (file: string) => string | null
  readonly sha256Of: (file: string) => string | null
  readonly grant: (path: string, sha256: string | null) => Promise<string>
}

type Name =
  | 'journal.begin'
  | 'journal.append'
  | 'journal.end'
  | 'journal.leave'
  | 'journal.abandoned'
  | 'journal.take'
  | 'journal.discard'

type JournalHandlers = {
  readonly [N in Name]: (payload: Payloads[N], from: { readonly id: string }) => Promise<AnswerOf<N>>
}

/** Every window writes its own journal, and any may look at those that nobody writes. */
export function journalHandlers(journals: Journals, files: Files): JournalHandlers {
  return {
    'journal.begin': ({ name, file, edits, base }, { id }) => {
      const path = file === null ? null : files.pathOf(file)
      const known =
        file === null || path === null ? null : { name: basename(path), path, sha256: files.sha256Of(file) }
      return journals.of(id).begin({ name, file: known, edits }, base)
    },
    'journal.append': ({ sequence, line }, { id }) => journals.of(id).append(sequence, line),
    'journal.end': async (_none, { id }) => {
      await journals.of(id).end()
      return null
    },
    'journal.leave': (_none, { id }) => journals.leave(id),
    'journal.abandoned': () => journals.abandoned(),
    'journal.take': async ({ id }) => {
      const found = await journals.take(id)
      if (!found.ok) return found
      const { file } = found.value
      if (file === null) return ok({ ...found.value, file })
      const handle = file.path === null ? null : await files.grant(file.path, file.sha256)
      return ok({ ...found.value, file: { name: file.name, handle } })
    },
    'journal.discard': async ({ id }) => {
      await journals.discard(id)
      return null
    }
  }
}

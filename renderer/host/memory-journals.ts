/** Journals in memory, written as the real ones are; for tests alone. */
import { createMemoryDrive, type Fault, type MemoryDrive } from '../../shared/journal/memory-drive'
import { createShelf } from '../../shared/journal/shelf'
import { ok } from '../../shared/result'
import type { FileHandle } from './host'
import type { Journals } from './journals'

export interface MemoryJournals extends Journals {
  readonly drive: MemoryDrive
}

/** Those of one window. With the content of another's drive: of the window that comes after that has crashed. */
export function createMemoryJournals(content?: MemoryDrive['content'], fault?: Fault): MemoryJournals {
  const drive = createMemoryDrive(content, fault)
  const handles = new Map<string, FileHandle>()
  let id = crypto.randomUUID()
  const shelf = createShelf({
    drive,
    owned: () => Promise.resolve(new Set([id])),
    now: () => 1,
    wordsOf: reason => (reason instanceof Error ? `${reason.message}.` : 'it broke.')
  })
  let own = shelf.open(id)
  return {
    drive,
    begin: ({ name, file, edits, base }) => {
      if (file?.handle) handles.set(file.name, file.handle)
      return own.begin({ name, edits, file: file && { name: file.name, path: null, sha256: null } }, base)
    },
    append: (sequence, line) => own.append(sequence, line),
    end: () => own.end(),
    leave: async () => {
      const left = own
      const holds = await left.leave()
      id = crypto.randomUUID()
      own = shelf.open(id)
      return holds ? left.id : null
    },
    abandoned: () => shelf.abandoned(),
    take: async wanted => {
      const found = await shelf.take(wanted)
      if (!found.ok) return found
      const { file, ...work } = found.value
      return ok({ ...work, file: file && { name: file.name, handle: handles.get(file.name) ?? null } })
    },
    discard: wanted => shelf.discard(wanted)
  }
}

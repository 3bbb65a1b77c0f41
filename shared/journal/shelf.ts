import { fail, ok, type Result } from '../result'
import { strings } from '../strings/strings'
import type { Drive } from './drive'
import { currentGeneration, filesOf, type AboutFile } from './generation'
import type { AbandonedWork, KeptWork } from './kept'
import { readLines } from './line'
import { removeJournal, WindowJournal } from './window-journal'

const words = strings.recovery

/** What is found beyond these is removed, the oldest first. */
export const keptJournals = { most: 50, days: 30 }
const day = 24 * 60 * 60 * 1000

/** A journal as the host finds it; the file is named as the host has named it. */
export type FoundWork = Omit<KeptWork, 'file'> & { readonly file: AboutFile | null }

/** All journals of a host: those that windows write, and those that windows have left. */
export interface Shelf {
  open(id: string): WindowJournal
  /** What no living window writes, the latest first. Journals that hold no edit are removed on the way. */
  abandoned(): Promise<readonly AbandonedWork[]>
  take(id: string): Promise<Result<FoundWork, string>>
  discard(id: string): Promise<void>
}

interface Needs {
  readonly drive: Drive
  /** The ids of journals that belong to windows which live. */
  readonly owned: () => Promise<ReadonlySet<string>>
  readonly now: () => number
  /** What went wrong, in words for people. */
  readonly wordsOf: (reason: unknown) => string
}

export function createShelf({ drive, owned, now, wordsOf }: Needs): Shelf {
  const isOurs = async (id: string): Promise<boolean> => isJournalId(id) && !(await owned()).has(id)

  /** `null`: there is nothing in it to recover. */
  const look = async (id: string): Promise<AbandonedWork | null> => {
    const files = await drive.files(id)
    const generation = await currentGeneration(drive, id, files)
    if (generation === null) return null
    const { number, about } = generation
    const text = await readText(drive, id, filesOf(number).lines)
    const edits = readLines(text ?? '').records.at(-1)?.edits ?? about?.edits ?? 0
    // Without what tells of it, a generation has not begun.
    const isNew = about ? about.edits === 0 : !files.some(({ name }) => name === filesOf(number).about)
    if (isNew && text === '') return null
    return {
      id,
      name: about?.name ?? strings.app.untitled,
      time: Math.max(...files.map(({ time }) => time)),
      edits,
      fileName: about?.file?.name ?? null
    }
  }

  return {
    open: id => new WindowJournal(id, drive, wordsOf),

    abandoned: async () => {
      try {
        // In this order: a window is known to live before it has a folder, so that no new folder is taken for a lost one.
        const folders = (await drive.folders()).filter(isJournalId)
        const living = await owned()
        const found: AbandonedWork[] = []
        for (const id of folders) {
          if (living.has(id)) continue
          // What can't be looked into now is neither offered nor removed.
          const work = await look(id).catch(() => undefined)
          if (work === null) await removeJournal(drive, id)
          else if (work !== undefined) found.push(work)
        }
        const sorted = found.toSorted((a, b) => b.time - a.time)
        const oldest = now() - keptJournals.days * day
        const kept = sorted.filter(({ time }, i) => i < keptJournals.most && time >= oldest)
        for (const { id } of sorted) if (!kept.some(work => work.id === id)) await removeJournal(drive, id)
        return kept
      } catch {
        // Where nothing can be read, there is nothing to offer.
        return []
      }
    },

    take: async id => {
      if (!(await isOurs(id))) return fail(words.gone)
      try {
        const generation = await currentGeneration(drive, id, await drive.files(id))
        if (generation === null) return fail(words.gone)
        const { number, about } = generation
        const base = await drive.read(id, filesOf(number).base)
        const lines = (await readText(drive, id, filesOf(number).lines)) ?? ''
        return ok({ base, lines, file: about?.file ?? null })
      } catch (reason) {
        return fail(wordsOf(reason))
      }
    },

    discard: async id => {
      if (await isOurs(id)) await removeJournal(drive, id)
    }
  }
}

/** The same as what IPC lets through, and no path. */
function isJournalId(id: string): boolean {
  return /^[\w-]{1,64}$/.test(id)
}

/** Bytes that are no text are read as such, for the check sum of their line to find; `null` where there are none. */
async function readText(drive: Drive, folder: string, file: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await drive.read(folder, file))
  } catch {
    return null
  }
}

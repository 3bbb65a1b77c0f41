import type { About } from '../../shared/journal/generation'
import { fail, ok } from '../../shared/result'
import { strings } from '../../shared/strings/strings'
import {
  lockPrefix,
  type FromJournal,
  type JournalRequest,
  type JournalService,
  type ToJournal
} from '../workers/journal-protocol'
import type { BlobStore } from './blobs'
import type { FileHandle } from './host'
import type { Journals } from './journals'

const words = strings.recovery

/** The part of a Worker that journals need. */
export interface JournalPort {
  postMessage(message: ToJournal): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromJournal>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

interface Needs {
  readonly spawn: () => JournalPort
  /** Handles of files are no JSON: they are kept beside the journals. */
  readonly blobs: BlobStore
}

const handlePrefix = 'journal-file/'

/**
 * Journals in the page's private file system, written by a worker. A lock with a journal's id in its name, which ends
 * with the page, says whose window lives. Where the browser lacks any of this, `begin` says so.
 */
export function createWebJournals({ spawn, blobs }: Needs): Journals {
  const call = createCaller(spawn)
  /** The journal of this window, from its first edit on. */
  let own: Hold | null = null

  return {
    begin: async ({ name, file, edits, base }) => {
      if (!isSupported()) return fail(words.notWritten(words.noStorage))
      try {
        own ??= await hold(crypto.randomUUID())
      } catch (reason) {
        return fail(words.notWritten(String(reason)))
      }
      const { id } = own
      askToStay()
      if (file?.handle) await blobs.put(handlePrefix + id, file.handle)
      else await blobs.delete(handlePrefix + id)
      const about: About = { name, edits, file: file && { name: file.name, path: null, sha256: null } }
      return call('begin', fail, id, about, base)
    },
    append: (sequence, line) => call('append', fail, sequence, line),
    end: async () => {
      if (own === null) return
      await call('end', () => undefined, own.id)
      await blobs.delete(handlePrefix + own.id)
    },
    leave: async () => {
      const left = own
      if (left === null) return null
      const holds = await call('leave', () => true, left.id)
      own = null
      left.release()
      return holds ? left.id : null
    },
    abandoned: async () => (isSupported() ? call('abandoned', () => []) : []),
    take: async id => {
      const found = await call('take', fail, id)
      if (!found.ok) return found
      const { file, ...work } = found.value
      if (file === null) return ok({ ...work, file })
      const kept = await blobs.get(handlePrefix + id)
      return ok({ ...work, file: { name: file.name, handle: kept.ok ? handleIn(kept.value) : null } })
    },
    discard: async id => {
      await call('discard', () => undefined, id)
      await blobs.delete(handlePrefix + id)
    }
  }
}

interface Hold {
  readonly id: string
  readonly release: () => void
}

/** Holds the lock that says that a window with this journal lives. */
function hold(id: string): Promise<Hold> {
  return new Promise((held, failed) => {
    const lives = (): Promise<void> => new Promise(release => held({ id, release }))
    navigator.locks.request(lockPrefix + id, lives).catch(failed)
  })
}

function isSupported(): boolean {
  const { locks, storage } = navigator as Partial<Navigator>
  return locks !== undefined && storage !== undefined && 'getDirectory' in storage
}

let hasAsked = false

/** So that the browser does not throw journals away when it wants room; now that there is something to lose. */
function askToStay(): void {
  if (hasAsked) return
  hasAsked = true
  // What it answers changes nothing.
  navigator.storage.persist().catch(() => false)
}

function handleIn(value: unknown): FileHandle | null {
  if (typeof value !== 'object' || value === null || !('token' in value)) return null
  return { kind: 'file-handle', token: value.token }
}

type Answer<Name extends JournalRequest> = Awaited<ReturnType<JournalService[Name]>>

/** Calls a method of the worker. `died` makes the answer where the worker is gone; the next call starts another. */
function createCaller(spawn: () => JournalPort) {
  const waiting = new Map<number, { answer: (value: never) => void; died: (why: string) => void }>()
  let port: JournalPort | null = null
  let last = 0

  const die = (why: string): void => {
    port?.terminate()
    port = null
    const lost = [...waiting.values()]
    waiting.clear()
    for (const { died } of lost) died(words.died(why))
  }

  const start = (): JournalPort => {
    const made = spawn()
    made.onmessage = ({ data }) => {
      // The worker answers each call with what its method gives.
      waiting.get(data.call)?.answer(data.answer as never)
      waiting.delete(data.call)
    }
    made.onerror = event => {
      event.preventDefault()
      die(event.message)
    }
    return made
  }

  return <Name extends JournalRequest>(
    name: Name,
    died: (why: string) => Answer<Name>,
    ...given: Parameters<JournalService[Name]>
  ): Promise<Answer<Name>> =>
    new Promise(done => {
      last += 1
      waiting.set(last, { answer: done, died: why => done(died(why)) })
      try {
        port ??= start()
        port.postMessage({ call: last, name, given } as ToJournal)
      } catch (reason) {
        die(reason instanceof Error ? reason.message : String(reason))
      }
    })
}

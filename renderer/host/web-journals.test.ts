import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ok } from '../../shared/result'
import { lockPrefix, type FromJournal, type ToJournal } from '../workers/journal-protocol'
import type { BlobStore } from './blobs'
import type { FileHandle } from './host'
import { createWebJournals, type JournalPort } from './web-journals'

const handle: FileHandle = { kind: 'file-handle', token: { file: 'a' } }
const base = new Uint8Array([1])
const work = { name: 'network', file: { name: 'a.blockprop', handle }, edits: 0, base }

/** A worker that answers when it is told to. */
class Port implements JournalPort {
  readonly asked: ToJournal[] = []
  ended = false
  onmessage: JournalPort['onmessage'] = null
  onerror: JournalPort['onerror'] = null
  constructor(readonly reply: (asked: ToJournal) => FromJournal['answer'] | null) {}
  postMessage(message: ToJournal): void {
    this.asked.push(message)
    const answer = this.reply(message)
    const { call } = message
    if (answer !== null) this.onmessage?.(new MessageEvent('message', { data: { call, answer } }))
  }
  terminate(): void {
    this.ended = true
  }
  die(message: string): void {
    this.onerror?.(Object.assign(new Event('error'), { message }) as ErrorEvent)
  }
}

let ports: Port[]
let held: Set<string>
let blobs: Map<string, unknown>
let browser: object
let reply: (asked: ToJournal) => FromJournal['answer'] | null

function open() {
  const store: BlobStore = {
    get: key => Promise.resolve(ok(blobs.get(key) ?? null)),
    put: (key, value) => {
      blobs.set(key, value)
      return Promise.resolve(ok(null))
    },
    delete: key => {
      blobs.delete(key)
      return Promise.resolve(ok(null))
    },
    keys: () => Promise.resolve(ok([...blobs.keys()]))
  }
  return createWebJournals({
    spawn: () => {
      const port = new Port(asked => reply(asked))
      ports.push(port)
      return port
    },
    blobs: store
  })
}

beforeEach(() => {
  ports = []
  held = new Set()
  blobs = new Map()
  reply = ({ name }) => (name === 'leave' ? true : name === 'append' ? ok(1) : ok(null))
  browser = {
    locks: {
      request: async (name: string, work: () => Promise<void>) => {
        held.add(name)
        await work()
        held.delete(name)
      }
    },
    storage: { getDirectory: vi.fn(), persist: () => Promise.resolve(false) }
  }
  vi.stubGlobal('navigator', browser)
})

afterEach(() => vi.unstubAllGlobals())

const idOf = (port: Port | undefined) => String(port?.asked[0]?.given[0])

describe('a window’s journal', () => {
  it('has a lock and, beside it, the handle of its file; both are another’s after it was left', async () => {
    const journals = open()
    expect(held.size).toBe(0)
    expect(await journals.begin(work)).toEqual(ok(null))
    const id = idOf(ports[0])
    expect([...held]).toEqual([lockPrefix + id])
    expect([...blobs.values()]).toEqual([handle])
    expect(ports[0]?.asked[0]?.given[1]).toEqual({
      name: 'network',
      edits: 0,
      file: { name: 'a.blockprop', path: null, sha256: null }
    })

    expect(await journals.leave()).toBe(id)
    await Promise.resolve()
    expect(held.size).toBe(0)
    expect(await journals.leave()).toBeNull()
    await journals.begin({ ...work, file: null })
    expect([...held]).not.toEqual([lockPrefix + id])
    expect(blobs.size).toBe(1)
  })

  it('takes the handle with it when it ends', async () => {
    const journals = open()
    await journals.begin(work)
    await journals.end()
    expect(blobs.size).toBe(0)
  })

  it('gives work back with the handle of its file', async () => {
    const journals = open()
    await journals.begin(work)
    const id = (await journals.leave()) ?? ''
    reply = () => ok({ base, lines: '', file: { name: 'a.blockprop', path: null, sha256: null } })
    expect(await journals.take(id)).toEqual(ok({ base, lines: '', file: { name: 'a.blockprop', handle } }))
    blobs.set(`journal-file/${id}`, 'something else')
    expect(await journals.take(id)).toMatchObject({ value: { file: { handle: null } } })
  })
})

describe('a worker that dies', () => {
  it('fails what was asked, in words, and the next is asked of another one', async () => {
    const journals = open()
    await journals.begin(work)
    reply = () => null
    const asked = journals.append(1, 'line\n')
    ports[0]?.die('out of memory')
    expect(await asked).toMatchObject({
      ok: false,
      error: expect.stringContaining('out of memory') as string
    })
    expect(ports[0]?.ended).toBe(true)
    reply = () => ok(null)
    expect(await journals.begin(work)).toEqual(ok(null))
    // The same journal: what it held goes when the new base is there.
    expect(idOf(ports[1])).toBe(idOf(ports[0]))
  })
})

it.each([
  ['files of its own', { storage: {} }],
  ['locks', { locks: undefined }],
  ['storage', { storage: undefined }]
])('a browser without %s says so, and has nothing to offer', async (_what, without) => {
  vi.stubGlobal('navigator', { ...browser, ...without })
  const journals = open()
  expect(await journals.begin(work)).toMatchObject({
    ok: false,
    error: expect.stringContaining('no files of their own') as string
  })
  expect(await journals.abandoned()).toEqual([])
  expect(ports).toEqual([])
})

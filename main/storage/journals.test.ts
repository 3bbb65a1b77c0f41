import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import * as nodeFs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import { writeDocument } from '../../shared/document/write'
import { writeLine } from '../../shared/journal/line'
import { replay } from '../../shared/journal/replay'
import type { JournalFs } from './journal-drive'
import { createJournals as journalsOf, type Journals } from './journals'

let folder = ''
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'blockprop-journals-')), 'journals')
})
afterEach(async () => {
  for (const journals of made.splice(0))
    for (const window of ['one', 'two', 'window']) await journals.leave(window)
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

const made: Journals[] = []
/** Those of a start of the app; they let go of their files when the test is over. */
function createJournals(options: Parameters<typeof journalsOf>[0]): Journals {
  const journals = journalsOf(options)
  made.push(journals)
  return journals
}

const document = emptyDocument('doc-a', 'edit 0')
const baseOf = (edit: number) => writeDocument({ ...document, name: `edit ${edit}` })
const about = {
  name: 'network',
  file: { name: 'a.blockprop', path: '/home/me/a.blockprop', sha256: null },
  edits: 0
}
const lineOf = (sequence: number) =>
  writeLine({ sequence, edits: sequence, patches: [{ op: 'set', at: ['name'], value: `edit ${sequence}` }] })

async function nameIn(journals: Journals, id: string): Promise<string> {
  const found = await journals.take(id)
  if (!found.ok) return found.error
  const back = replay(found.value)
  return back.ok ? back.value.document.name : back.error
}

/** The real file system, which tells each call that changes it, and fails where it is told to. */
function watched(failing: (call: string) => string | null = () => null) {
  const calls: string[] = []
  const call = (name: string): void => {
    calls.push(name)
    const code = failing(name)
    if (code !== null) throw Object.assign(new Error(`${code}: ${name}`), { code })
  }
  const fs: JournalFs = {
    ...nodeFs,
    open: (async (path: string, flags: string, mode?: number) => {
      const name = basename(path)
      if (flags === 'w') call(`open ${name}`)
      const handle = await nodeFs.open(path, flags, mode)
      const told = (method: 'writeFile' | 'sync' | 'datasync') => {
        const real = handle[method].bind(handle) as (...args: unknown[]) => Promise<void>
        return async (...args: unknown[]) => {
          call(`${method} ${flags === 'r' ? 'folder' : name}`)
          return real(...args)
        }
      }
      return Object.assign(handle, {
        writeFile: told('writeFile'),
        sync: told('sync'),
        datasync: told('datasync')
      })
    }) as JournalFs['open']
  }
  return { fs, calls }
}

describe('a journal on disk', () => {
  it('comes back in the next start of the app, and goes when it is discarded', async () => {
    const before = createJournals({ folder })
    await before.of('window').begin(about, baseOf(0))
    await before.of('window').append(1, lineOf(1))
    expect(await before.abandoned()).toEqual([])

    const after = createJournals({ folder })
    const [work] = await after.abandoned()
    expect(work).toMatchObject({ name: 'network', edits: 1, fileName: 'a.blockprop' })
    const lines = join(folder, work?.id ?? '', 'edits-1.jsonl')
    expect(work?.time).toBe(statSync(lines).mtimeMs)
    expect(await nameIn(after, work?.id ?? '')).toBe('edit 1')
    await after.discard(work?.id ?? '')
    expect(readdirSync(folder)).toEqual([])
  })

  it('there is none, and nothing is made, before the first edit', async () => {
    const journals = createJournals({ folder })
    expect(await journals.abandoned()).toEqual([])
    expect(await journals.leave('window')).toBeNull()
    await journals.of('window').end()
    expect(() => statSync(folder)).toThrow()
  })

  it('is another one for each window, and for what a window does after it has left one', async () => {
    const journals = createJournals({ folder })
    await journals.of('one').begin(about, baseOf(1))
    await journals.of('one').append(1, lineOf(1))
    await journals.of('two').begin({ ...about, edits: 2 }, baseOf(2))
    const left = await journals.leave('one')
    await journals.of('one').begin({ ...about, edits: 3 }, baseOf(3))
    expect((await journals.abandoned()).map(({ id }) => id)).toEqual([left])
    expect(await nameIn(journals, left ?? '')).toBe('edit 1')
    expect(readdirSync(folder)).toHaveLength(3)
  })

  it.skipIf(process.platform === 'win32')('nobody else may look into it', async () => {
    const journals = createJournals({ folder })
    await journals.of('one').begin(about, baseOf(1))
    const inside = join(folder, readdirSync(folder)[0] ?? '')
    expect(statSync(inside).mode & 0o077).toBe(0)
    for (const file of readdirSync(inside)) expect(statSync(join(inside, file)).mode & 0o077).toBe(0)
  })
})

test('all is on the disk in the order that makes it count: the base, the lines, what tells of them', async () => {
  const { fs, calls } = watched()
  const journal = createJournals({ folder, fs }).of('window')
  await journal.begin(about, baseOf(0))
  const made = (file: string) => [`open ${file}`, `writeFile ${file}`, `sync ${file}`, 'sync folder']
  expect(calls).toEqual([
    ...made('base-1.blockprop'),
    'sync folder',
    ...made('edits-1.jsonl'),
    ...made('about-1.json')
  ])
  calls.length = 0
  await journal.append(1, lineOf(1))
  expect(calls).toEqual(['writeFile edits-1.jsonl', 'datasync edits-1.jsonl'])
})

test('a line is acknowledged when the disk has it, and not before', async () => {
  const { fs } = watched()
  const held: (() => void)[] = []
  const open = fs.open
  const slow: JournalFs = {
    ...fs,
    open: async (...args: Parameters<typeof open>) =>
      Object.assign(await open(...args), {
        datasync: () => new Promise<void>(done => held.push(done))
      })
  }
  const journal = createJournals({ folder, fs: slow }).of('window')
  await journal.begin(about, baseOf(0))
  let acknowledged = 0
  const first = journal.append(1, lineOf(1)).then(() => (acknowledged = 1))
  await expect.poll(() => held).toHaveLength(1)
  const others = [2, 3, 4].map(n => journal.append(n, lineOf(n)).then(() => (acknowledged = n)))
  expect(acknowledged).toBe(0)
  held[0]?.()
  await first
  expect(acknowledged).toBe(1)
  // Those that came meanwhile are brought to the disk together.
  await expect.poll(() => held).toHaveLength(2)
  held[1]?.()
  await Promise.all(others)
  expect(acknowledged).toBe(4)
})

describe('a disk that fails', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EROFS', 'may not be written to'],
    ['EIO', 'EIO']
  ])('%s is told in words, and a new base goes on where it can', async (code, words) => {
    let broken = false
    const { fs } = watched(call => (broken && call.startsWith('datasync') ? code : null))
    const journals = createJournals({ folder, fs })
    const journal = journals.of('window')
    await journal.begin(about, baseOf(0))
    await journal.append(1, lineOf(1))
    broken = true
    expect(await journal.append(2, lineOf(2))).toMatchObject({
      ok: false,
      error: expect.stringContaining(words) as string
    })
    broken = false
    expect(await journal.append(2, lineOf(2))).toMatchObject({ ok: false })
    expect(await journal.begin({ ...about, edits: 2 }, baseOf(2))).toEqual({ ok: true, value: null })
    expect(await nameIn(createJournals({ folder }), readdirSync(folder)[0] ?? '')).toBe('edit 2')
  })

  it('at whichever call of a new base, the work before or the work after is there', async () => {
    const count = watched()
    const whole = createJournals({ folder, fs: count.fs }).of('window')
    await whole.begin(about, baseOf(0))
    await whole.append(1, lineOf(1))
    const before = count.calls.length
    await whole.begin({ ...about, edits: 2 }, baseOf(2))
    for (let at = before + 1; at <= count.calls.length; at += 1) {
      rmSync(folder, { recursive: true, force: true })
      let calls = 0
      const { fs } = watched(() => (++calls === at ? 'ENOSPC' : null))
      const journal = createJournals({ folder, fs }).of('window')
      await journal.begin(about, baseOf(0))
      await journal.append(1, lineOf(1))
      expect((await journal.begin({ ...about, edits: 2 }, baseOf(2))).ok, `call ${at}`).toBe(false)
      const after = createJournals({ folder })
      const [work] = await after.abandoned()
      expect(await nameIn(after, work?.id ?? '')).toMatch(/^edit [12]$/)
    }
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import { writeDocument } from '../../shared/document/write'
import { writeLine } from '../../shared/journal/line'
import { createJournals } from '../storage/journals'
import { journalHandlers } from './journal'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'blockprop-ipc-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const base = writeDocument(emptyDocument('doc-a', 'start'))
const line = writeLine({ sequence: 1, edits: 1, patches: [{ op: 'set', at: ['name'], value: 'edited' }] })
const window = { id: 'window' }

const sum = 'a'.repeat(64)
let granted: (readonly [string, string | null])[] = []
beforeEach(() => (granted = []))

/** Tokens are paths in brackets here. */
const files = {
  pathOf: (file: string) => (file === 'forged' ? null : file.slice(1, -1)),
  sha256Of: () => sum,
  grant: (path: string, sha256: string | null) => {
    granted.push([path, sha256])
    return Promise.resolve(`[${path}]`)
  }
}
const handlers = () => journalHandlers(createJournals({ folder }), files)

test('pages name files by tokens, and the journal by paths; what is taken up has a token again', async () => {
  const before = handlers()
  const begun = { name: 'start', file: '[/home/me/a.blockprop]', edits: 0, base }
  expect(await before['journal.begin'](begun, window)).toEqual({ ok: true, value: null })
  expect(await before['journal.append']({ sequence: 1, line }, window)).toEqual({ ok: true, value: 1 })

  const after = handlers()
  const [work] = await after['journal.abandoned'](null, window)
  expect(work).toMatchObject({ fileName: 'a.blockprop', edits: 1 })
  const id = work?.id ?? ''
  expect(await after['journal.take']({ id }, window)).toMatchObject({
    value: { lines: line, file: { name: 'a.blockprop', handle: '[/home/me/a.blockprop]' } }
  })
  // What it last held goes along: over that the work may be saved unasked.
  expect(granted).toEqual([['/home/me/a.blockprop', sum]])
  await after['journal.discard']({ id }, window)
  expect(await after['journal.abandoned'](null, window)).toEqual([])
  await before['journal.leave'](null, window)
})

test('a token that nobody gave out is no file', async () => {
  const all = handlers()
  await all['journal.begin']({ name: 'start', file: 'forged', edits: 1, base }, window)
  const id = (await all['journal.leave'](null, window)) ?? ''
  expect(await all['journal.take']({ id }, window)).toMatchObject({ value: { file: null } })
})

test('what a window has ended is nobody’s to take up', async () => {
  const all = handlers()
  await all['journal.begin']({ name: 'start', file: null, edits: 1, base }, window)
  await all['journal.end'](null, window)
  expect(await all['journal.leave'](null, window)).toBeNull()
  expect(await all['journal.abandoned'](null, window)).toEqual([])
})

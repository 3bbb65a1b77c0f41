import { describe, expect, it, test } from 'vitest'
import { emptyDocument } from '../document/create'
import { writeDocument } from '../document/write'
import { writeLine } from './line'
import { createMemoryDrive, type Fault, type MemoryDrive } from './memory-drive'
import { replay } from './replay'
import { createShelf, keptJournals } from './shelf'
import type { WindowJournal } from './window-journal'

const document = emptyDocument('doc-a', 'edit 0')
const baseOf = (edit: number) => writeDocument({ ...document, name: `edit ${edit}` })
const about = (edits = 0, file = 'network.blockprop') => ({
  name: 'network',
  file: { name: file, path: `/home/me/${file}`, sha256: null },
  edits
})
const lineOf = (sequence: number, edit: number) =>
  writeLine({
    sequence,
    edits: edit,
    patches: [{ op: 'set', at: ['name'], value: `edit ${edit}` }]
  })

function shelfOn(drive: MemoryDrive, owned: readonly string[] = [], now = 1) {
  return createShelf({
    drive,
    owned: () => Promise.resolve(new Set(owned)),
    now: () => now,
    wordsOf: reason => (reason instanceof Error ? reason.message : 'it broke')
  })
}

/** Begins, and keeps so many edits. */
async function workIn(
  drive: MemoryDrive,
  id: string,
  edits: number,
  begin = about()
): Promise<WindowJournal> {
  const journal = shelfOn(drive).open(id)
  await journal.begin(begin, baseOf(0))
  for (let edit = 1; edit <= edits; edit += 1) await journal.append(edit, lineOf(edit, edit))
  return journal
}

async function namesIn(drive: MemoryDrive, id: string): Promise<string> {
  const found = await shelfOn(drive).take(id)
  if (!found.ok) return found.error
  const back = replay(found.value)
  return back.ok ? back.value.document.name : back.error
}

describe('what a window has left', () => {
  it('is offered with its name, file, time and edits, and can be taken as often as one likes', async () => {
    const drive = createMemoryDrive()
    await workIn(drive, 'one', 3)
    expect(await shelfOn(drive).abandoned()).toEqual([
      { id: 'one', name: 'network', time: 1, edits: 3, fileName: 'network.blockprop' }
    ])
    for (let times = 0; times < 2; times += 1) expect(await namesIn(drive, 'one')).toBe('edit 3')
    expect(await shelfOn(drive).take('one')).toMatchObject({
      value: { file: { name: 'network.blockprop', path: '/home/me/network.blockprop', sha256: null } }
    })
  })

  it('is not offered where the window lives, and neither taken nor thrown away', async () => {
    const drive = createMemoryDrive()
    await workIn(drive, 'one', 3)
    const shelf = shelfOn(drive, ['one'])
    expect(await shelf.abandoned()).toEqual([])
    expect((await shelf.take('one')).ok).toBe(false)
    await shelf.discard('one')
    expect(await shelfOn(drive).abandoned()).toHaveLength(1)
  })

  it('goes when it is thrown away, or ended', async () => {
    const drive = createMemoryDrive()
    const journal = await workIn(drive, 'one', 3)
    await workIn(drive, 'two', 3)
    await journal.end()
    await shelfOn(drive).discard('two')
    expect(drive.content.size).toBe(0)
    expect(await shelfOn(drive).take('two')).toMatchObject({ ok: false })
  })

  it('counts what its base holds beside what its lines say', async () => {
    const drive = createMemoryDrive()
    await workIn(drive, 'one', 0, about(12))
    expect(await shelfOn(drive).abandoned()).toMatchObject([{ edits: 12 }])
  })

  it('is swept away where it holds no edit', async () => {
    const drive = createMemoryDrive()
    await workIn(drive, 'one', 0)
    drive.content.set('two', new Map([['edits-1.jsonl', new Uint8Array()]]))
    drive.content.set('three', new Map())
    expect(await shelfOn(drive).abandoned()).toEqual([])
    expect(drive.content.size).toBe(0)
  })

  it('is swept away where it never began: nothing tells of it, and it has no line', async () => {
    const drive = createMemoryDrive(new Map(), { at: 2, kind: 'power', share: 1 })
    expect(await shelfOn(drive).open('one').begin(about(7), baseOf(7))).toMatchObject({ ok: false })
    const after = createMemoryDrive(drive.content)
    expect(await shelfOn(after).abandoned()).toEqual([])
    expect(after.content.size).toBe(0)
  })

  it('stays where its lines can’t be read, and where they are damaged', async () => {
    const drive = createMemoryDrive()
    await workIn(drive, 'one', 1)
    await workIn(drive, 'two', 1)
    drive.content.get('one')?.delete('edits-1.jsonl')
    drive.content.get('two')?.set('edits-1.jsonl', new Uint8Array([0xff, 0xfe]))
    expect(await shelfOn(drive).abandoned()).toHaveLength(2)
    expect(await namesIn(drive, 'two')).toBe('edit 0')
  })

  it.each([
    ['damaged', new Uint8Array([1, 2, 3])],
    ['cut short', new TextEncoder().encode('{"name":"netw')],
    ['somebody else’s', new TextEncoder().encode('{"name":7}')]
  ])('is offered though what it says of itself is %s', async (_how, bytes) => {
    const drive = createMemoryDrive()
    await workIn(drive, 'one', 2)
    drive.content.get('one')?.set('about-1.json', bytes)
    expect(await shelfOn(drive).abandoned()).toMatchObject([{ id: 'one', edits: 2, fileName: null }])
    expect(await namesIn(drive, 'one')).toBe('edit 2')
  })

  it('is kept up to a number and an age', async () => {
    const drive = createMemoryDrive()
    for (let i = 0; i < keptJournals.most + 5; i += 1) await workIn(drive, `work-${i}`, 1)
    expect(await shelfOn(drive).abandoned()).toHaveLength(keptJournals.most)
    expect(drive.content.size).toBe(keptJournals.most)
    const later = (keptJournals.days + 1) * 24 * 60 * 60 * 1000
    expect(await shelfOn(drive, [], later).abandoned()).toEqual([])
    expect(drive.content.size).toBe(0)
  })

  it('is found beside folders that are no journals, which stay', async () => {
    const drive = createMemoryDrive()
    await workIn(drive, 'one', 1)
    drive.content.set('../secret', new Map([['base-1.blockprop', baseOf(9)]]))
    expect(await shelfOn(drive).abandoned()).toHaveLength(1)
    expect((await shelfOn(drive).take('../secret')).ok).toBe(false)
    await shelfOn(drive).discard('../secret')
    expect(drive.content.has('../secret')).toBe(true)
  })
})

describe('writing', () => {
  it('lines that come together go to the disk together, each acknowledged', async () => {
    const drive = createMemoryDrive()
    const journal = await workIn(drive, 'one', 0)
    const before = drive.calls
    const all = await Promise.all([1, 2, 3, 4, 5].map(n => journal.append(n, lineOf(n, n))))
    expect(all.every(({ ok }) => ok)).toBe(true)
    expect(drive.calls - before).toBe(1)
    expect(await namesIn(drive, 'one')).toBe('edit 5')
  })

  it.each([
    ['out of its turn', 3, lineOf(3, 3)],
    ['there already', 1, lineOf(1, 1)],
    ['two lines', 2, lineOf(2, 2) + lineOf(3, 3)],
    ['no line', 2, 'edit']
  ])('what is %s is refused, and the next goes on', async (_what, sequence, line) => {
    const drive = createMemoryDrive()
    const journal = await workIn(drive, 'one', 1)
    expect(await journal.append(sequence, line)).toMatchObject({ ok: false })
    expect(await journal.append(2, lineOf(2, 2))).toEqual({ ok: true, value: 2 })
    expect(await namesIn(drive, 'one')).toBe('edit 2')
  })

  it('nothing is written before a document, nor after the end', async () => {
    const drive = createMemoryDrive()
    const journal = shelfOn(drive).open('one')
    expect(await journal.append(1, lineOf(1, 1))).toMatchObject({ ok: false })
    await journal.begin(about(), baseOf(0))
    await journal.end()
    expect(await journal.append(1, lineOf(1, 1))).toMatchObject({ ok: false })
    expect(drive.content.size).toBe(0)
  })

  it('a new base takes the place of the old one and its lines', async () => {
    const drive = createMemoryDrive()
    const journal = await workIn(drive, 'one', 3)
    await journal.begin(about(3), baseOf(3))
    expect([...(drive.content.get('one')?.keys() ?? [])].toSorted()).toEqual([
      'about-2.json',
      'base-2.blockprop',
      'edits-2.jsonl'
    ])
    await journal.append(1, lineOf(1, 4))
    expect(await namesIn(drive, 'one')).toBe('edit 4')
  })

  it('who opens a journal again writes over nothing that is there', async () => {
    const drive = createMemoryDrive()
    await workIn(drive, 'one', 3)
    const again = shelfOn(createMemoryDrive(drive.content, { at: 1, kind: 'power', share: 0.5 })).open('one')
    expect(await again.begin(about(9), baseOf(9))).toMatchObject({ ok: false })
    expect(await namesIn(drive, 'one')).toBe('edit 3')
    await shelfOn(drive).open('one').begin(about(9), baseOf(9))
    expect(await namesIn(drive, 'one')).toBe('edit 9')
  })

  it('after a failure nothing is written behind what may be half there, until there is a new base', async () => {
    const drive = createMemoryDrive(new Map(), { at: 5, kind: 'once', share: 0.5 })
    const journal = await workIn(drive, 'one', 1)
    expect(await journal.append(2, lineOf(2, 2))).toMatchObject({ ok: false })
    expect(await journal.append(2, lineOf(2, 2))).toMatchObject({ ok: false })
    expect(await namesIn(drive, 'one')).toBe('edit 1')
    expect(await journal.begin(about(2), baseOf(2))).toMatchObject({ ok: true })
    expect(await namesIn(drive, 'one')).toBe('edit 2')
  })
})

/** Edits and new bases; gives the last edit that was acknowledged, trying again with a new base where one fails. */
async function work(drive: MemoryDrive, edits = 12): Promise<number> {
  const journal = shelfOn(drive).open('one')
  let acknowledged = (await journal.begin(about(1), baseOf(1))).ok ? 1 : 0
  let sequence = 0
  for (let edit = 2; edit <= edits; edit += 1) {
    const isBase = edit % 4 === 0
    const done = isBase ? null : await journal.append(sequence + 1, lineOf(sequence + 1, edit))
    if (done?.ok === true) {
      sequence += 1
      acknowledged = edit
      continue
    }
    if ((await journal.begin(about(edit), baseOf(edit))).ok) {
      sequence = 0
      acknowledged = edit
    }
  }
  return acknowledged
}

test('whichever call fails or is the last, and whatever it leaves, all that was acknowledged is there', async () => {
  const whole = createMemoryDrive()
  expect(await work(whole)).toBe(12)
  for (let at = 1; at <= whole.calls; at += 1)
    for (const kind of ['once', 'power'] as const)
      for (const share of [0, 0.4, 1]) {
        const fault: Fault = { at, kind, share }
        for (let edits = 1; edits <= 12; edits += 1) {
          const drive = createMemoryDrive(new Map(), fault)
          const acknowledged = await work(drive, edits)
          const after = createMemoryDrive(drive.content)
          const found = await shelfOn(after).abandoned()
          const name = found.length === 0 ? 'edit 0' : await namesIn(after, 'one')
          // One that was written and not acknowledged may be there too.
          expect(Number(name.slice(5)), JSON.stringify(fault)).toBeGreaterThanOrEqual(acknowledged)
        }
      }
})

test('whichever call is the last while a journal ends, it is whole or gone', async () => {
  const count = createMemoryDrive()
  const before = (await workIn(count, 'one', 2), count.calls)
  await shelfOn(count).discard('one')
  expect(count.calls).toBeGreaterThan(before)
  for (let at = before + 1; at <= count.calls; at += 1) {
    const drive = createMemoryDrive(new Map(), { at, kind: 'power', share: 1 })
    const journal = await workIn(drive, 'one', 2)
    await journal.end()
    const after = createMemoryDrive(drive.content)
    const found = await shelfOn(after).abandoned()
    if (found.length > 0) expect(await namesIn(after, 'one')).toBe('edit 2')
  }
})

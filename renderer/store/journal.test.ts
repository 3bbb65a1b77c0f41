import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import { documentText, writeDocument } from '../../shared/document/write'
import { replay, type ReplayedWork } from '../../shared/journal/replay'
import { ok } from '../../shared/result'
import type { PlainWeights } from '../../shared/training/protocol'
import { readWeightsFile, WEIGHTS_FILE } from '../../shared/training/weights-file'
import { host } from '../host/current'
import { createMemoryJournals, type MemoryJournals } from '../host/memory-journals'
import { useDocument } from './document'
import { beginGesture, edit, endGesture, redo, undo } from './edit-document'
import { isAtRisk, newDocument, openCopy, saveToDisk } from './files'
import { keepJournal, useJournal } from './journal'
import { useSession } from './session'
import { keepTrained, useTraining } from './training'

const weights: PlainWeights = new Map([['dense-1/bias', { shape: [2], data: new Float32Array([1, 2]) }]])
const theirs = (name: string) => writeDocument(emptyDocument('doc-theirs', name))

let journals: MemoryJournals
let stop: () => void

function start(with_ = createMemoryJournals()): void {
  stop()
  journals = with_
  Object.assign(host, { journals })
  stop = keepJournal()
}

beforeEach(() => {
  vi.useFakeTimers()
  stop = () => {}
  newDocument()
  useSession.setState({ notice: null })
  start()
})

afterEach(() => {
  stop()
  Reflect.deleteProperty(host, 'journals')
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Until a change must be kept. */
const aSecond = () => vi.advanceTimersByTimeAsync(1_000)
const rename = (name: string) => edit([{ kind: 'setName', name }])
const add = (id: string) =>
  edit([
    {
      kind: 'addBlock',
      network: 'net-main',
      id,
      block: { type: 'dense', name: id, params: { units: 1 } }
    }
  ])
const files = () => [...journals.drive.content.values()].flatMap(folder => [...folder.keys()].toSorted())
const save = () => {
  vi.spyOn(host, 'saveFile').mockResolvedValue(ok({ name: 'x.blockprop', handle: null }))
  return saveToDisk('ask')
}

/** What each journal holds, if the app ended now. */
async function afterCrash(): Promise<readonly ReplayedWork[]> {
  const next = createMemoryJournals(journals.drive.content)
  const works = []
  for (const { id } of await next.abandoned()) {
    const taken = await next.take(id)
    if (!taken.ok) throw new Error(taken.error)
    const replayed = replay(taken.value)
    if (!replayed.ok) throw new Error(replayed.error)
    works.push(replayed.value)
  }
  return works
}
const namesAfterCrash = async () => (await afterCrash()).map(({ document }) => document.name).toSorted()

describe('a journal', () => {
  it('begins with the first edit, and not with a document that is looked at', async () => {
    openCopy(theirs('theirs'), 'x.blockprop')
    await aSecond()
    expect(files()).toEqual([])
    rename('mine')
    await aSecond()
    const [work] = await afterCrash()
    expect(work).toMatchObject({ document: { name: 'mine' }, base: { name: 'theirs' }, edits: 1, cut: false })
    expect(useJournal.getState()).toMatchObject({ kept: useJournal.getState().made, trouble: null })
  })

  it('has every edit, undo and redo within a second, those of a moment in one line', async () => {
    rename('one')
    await aSecond()
    const append = vi.spyOn(journals, 'append')
    rename('two')
    rename('three')
    add('dense-1')
    await aSecond()
    expect(append).toHaveBeenCalledTimes(1)
    expect(await namesAfterCrash()).toEqual(['three'])
    for (const [act, name] of [
      [undo, 'three'],
      [undo, 'two'],
      [redo, 'three']
    ] as const) {
      act()
      await aSecond()
      expect(await namesAfterCrash()).toEqual([name])
    }
    expect((await afterCrash())[0]?.edits).toBe(7)
  })

  it('has what a gesture does while it goes on, which counts as one edit', async () => {
    beginGesture('drag')
    for (let i = 1; i <= 5; i += 1) {
      rename(`drag ${i}`)
      await aSecond()
      expect(await namesAfterCrash()).toEqual([`drag ${i}`])
    }
    endGesture()
    await aSecond()
    expect((await afterCrash())[0]?.edits).toBe(1)
  })

  it('ends when all is saved, or undone, and begins anew from there', async () => {
    rename('one')
    await aSecond()
    await save()
    await aSecond()
    expect(files()).toEqual([])
    rename('two')
    await aSecond()
    expect((await afterCrash())[0]).toMatchObject({
      document: { name: 'two' },
      base: { name: 'one' },
      edits: 1
    })
    undo()
    await aSecond()
    expect(files()).toEqual([])
    expect(useJournal.getState().kept).toBe(useJournal.getState().made)
  })

  it('has what was edited while a file was written', async () => {
    rename('one')
    await aSecond()
    vi.spyOn(host, 'saveFile').mockImplementation(() => {
      rename('two')
      return Promise.resolve(ok({ name: 'x.blockprop', handle: null }))
    })
    await saveToDisk('ask')
    await aSecond()
    expect(await namesAfterCrash()).toEqual(['two'])
  })

  it('has what lay beside the document in its file', async () => {
    const picture = new Uint8Array([1, 2, 3])
    openCopy(writeDocument(emptyDocument('doc-a', 'a'), new Map([['notes.png', picture]])), 'x.blockprop')
    rename('b')
    await aSecond()
    expect((await afterCrash())[0]?.attachments).toEqual(new Map([['notes.png', picture]]))
  })

  it('has what was learned as soon as a run is over, and the network that learned it', async () => {
    rename('mine')
    await aSecond()
    keepTrained({ document: useDocument.getState().document, weights }, false)
    await vi.advanceTimersByTimeAsync(0)
    add('dense-1')
    await aSecond()
    const [work] = await afterCrash()
    expect(work?.document.networks['net-main']?.blocks).toHaveProperty('dense-1')
    expect(work?.base.networks['net-main']?.blocks).toEqual({})
    expect(readWeightsFile(work?.attachments.get(WEIGHTS_FILE) ?? new Uint8Array())).toEqual(ok(weights))
    expect(useTraining.getState().saved).toBeNull()
  })

  it('makes a new base when its lines have outgrown the old one', async () => {
    for (let i = 0; i < 12; i += 1) {
      rename(`${i}${'x'.repeat(4_000)}`)
      await aSecond()
      rename(`${i}${'y'.repeat(4_000)}`)
      await aSecond()
    }
    expect(files()).toHaveLength(3)
    expect(files()).not.toContain('base-1.blockprop')
    expect(await namesAfterCrash()).toEqual([`11${'y'.repeat(4_000)}`])
    expect((await afterCrash())[0]?.edits).toBe(24)
  })

  it('takes one request at a time, in order, however long one takes', async () => {
    let asked = 0
    const append = journals.append.bind(journals)
    const held: (() => void)[] = []
    vi.spyOn(journals, 'append').mockImplementation(async (sequence, line) => {
      asked += 1
      expect(asked).toBe(1)
      await new Promise<void>(done => held.push(done))
      asked -= 1
      return append(sequence, line)
    })
    for (const name of ['one', 'two', 'three', 'four']) {
      rename(name)
      await aSecond()
    }
    expect(held).toHaveLength(1)
    expect(useJournal.getState().kept).toBeLessThan(useJournal.getState().made)
    held[0]?.()
    await aSecond()
    held[1]?.()
    await aSecond()
    expect(held).toHaveLength(2)
    expect(await namesAfterCrash()).toEqual(['four'])
  })
})

describe('another document in place of work that is at risk', () => {
  it('leaves it on the disk, beside what comes next', async () => {
    rename('mine')
    openCopy(theirs('theirs'), 'x.blockprop')
    await aSecond()
    expect(await namesAfterCrash()).toEqual(['mine'])
    rename('also mine')
    await aSecond()
    expect(await namesAfterCrash()).toEqual(['also mine', 'mine'])
  })

  it('and back again: it is in the journal of the window, once', async () => {
    rename('mine')
    openCopy(theirs('theirs'), 'x.blockprop')
    await aSecond()
    useSession.getState().notice?.action?.run()
    await aSecond()
    expect(await namesAfterCrash()).toEqual(['mine'])
    expect(await journals.abandoned()).toEqual([])
    rename('mine still')
    await aSecond()
    expect(await namesAfterCrash()).toEqual(['mine still'])
    expect((await afterCrash())[0]?.edits).toBe(2)
  })

  it('back again at once, with work in what came between', async () => {
    rename('mine')
    openCopy(theirs('theirs'), 'x.blockprop')
    const goBack = useSession.getState().notice?.action?.run
    rename('between')
    goBack?.()
    await aSecond()
    expect(await namesAfterCrash()).toEqual(['between', 'mine'])
  })
})

describe('a disk that fails', () => {
  it('is told once, with what to do; a new base is tried again and again, and then all is well', async () => {
    // The first base is three calls, its line the fourth.
    start(createMemoryJournals(new Map(), { at: 4, kind: 'once', share: 0.5 }))
    const begin = vi.spyOn(journals, 'begin')
    rename('one')
    await vi.advanceTimersByTimeAsync(500)
    const { trouble } = useJournal.getState()
    expect(trouble).toContain('the drive broke')
    const { notice } = useSession.getState()
    expect(notice).toMatchObject({ kind: 'error', title: 'Your edits are not being kept' })
    expect(notice?.text).toContain('save your work')
    useSession.setState({ notice: null })
    rename('two')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(begin).toHaveBeenCalledTimes(2)
    expect(useSession.getState().notice).toBeNull()
    expect(useJournal.getState()).toMatchObject({ trouble: null, kept: useJournal.getState().made })
    expect(await namesAfterCrash()).toEqual(['two'])
  })

  it('that stays broken is asked less and less often, and forgotten when the work is saved', async () => {
    start(createMemoryJournals(new Map(), { at: 1, kind: 'power', share: 0 }))
    const begin = vi.spyOn(journals, 'begin')
    rename('one')
    for (let i = 0; i < 60; i += 1) {
      rename(`edit ${i}`)
      await aSecond()
    }
    expect(begin.mock.calls.length).toBeLessThan(6)
    await save()
    await aSecond()
    expect(useJournal.getState().trouble).toBeNull()
  })

  it('leaves the way back to work that was put aside open', async () => {
    start(createMemoryJournals(new Map(), { at: 1, kind: 'power', share: 0 }))
    rename('mine')
    openCopy(theirs('theirs'), 'x.blockprop')
    await aSecond()
    expect(useSession.getState().notice?.title).toBe('Your edits are not being kept')
    useSession.getState().notice?.action?.run()
    expect(useDocument.getState().document.name).toBe('mine')
  })
})

type Act = 'rename' | 'add' | 'undo' | 'redo' | 'save' | 'begin' | 'end' | 'wait' | 'learn'
const acts: readonly Act[] = ['rename', 'add', 'undo', 'redo', 'save', 'begin', 'end', 'wait', 'learn']

async function perform(act: Act, nth: number): Promise<unknown> {
  switch (act) {
    case 'rename':
      return rename(`name ${nth}`)
    case 'add':
      return add(`dense-${nth}`)
    case 'undo':
      undo()
      return
    case 'redo':
      redo()
      return
    case 'save':
      return save()
    case 'begin':
      beginGesture('gesture')
      return
    case 'end':
      endGesture()
      return
    case 'wait':
      return vi.advanceTimersByTimeAsync(150)
    case 'learn':
      keepTrained({ document: useDocument.getState().document, weights: new Map(weights) }, false)
      return
  }
}

/** A document that nobody has changed, in a window whose journals are these. */
async function startAnew(with_ = createMemoryJournals()): Promise<void> {
  useSession.setState({ notice: null })
  openCopy(theirs('start'), 'x.blockprop')
  await aSecond()
  start(with_)
}

const shownText = () => documentText(useDocument.getState().document)

test('whatever is done, in whatever rhythm, journals have what is in no file, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...acts, 'open' as const), { maxLength: 30 }), async all => {
      await startAnew()
      const unsaved: string[] = []
      for (const [nth, act] of all.entries()) {
        if (act !== 'open') await perform(act, nth)
        else {
          if (isAtRisk()) unsaved.push(shownText())
          openCopy(theirs('start'), 'x.blockprop')
        }
      }
      await aSecond()
      if (isAtRisk()) unsaved.push(shownText())
      const there = (await afterCrash()).map(({ document }) => documentText(document))
      expect(there.toSorted()).toEqual(unsaved.toSorted())
      expect(useJournal.getState()).toMatchObject({ kept: useJournal.getState().made, trouble: null })
    })
  )
}, 60_000)

test('whenever the power goes, what was acknowledged is there, or what came after it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...acts), { maxLength: 30 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(0, 0.5, 1),
      async (acted, at, share) => {
        await startAnew(createMemoryJournals(new Map(), { at, kind: 'power', share }))
        /** What may be found, by the change that led to it; `null`: nothing, since all was safe. */
        const states = new Map<number, Set<string | null>>()
        const note = (): void => {
          const { made } = useJournal.getState()
          const known = states.get(made) ?? new Set()
          // What was safe may be offered all the same, if the power went before there was a first edit.
          states.set(made, known.add(shownText()))
          if (!isAtRisk()) known.add(null)
        }
        note()
        for (const [nth, act] of acted.entries()) {
          await perform(act, nth)
          note()
        }
        await vi.advanceTimersByTimeAsync(20_000)
        const { kept } = useJournal.getState()
        const all = (from: number) => [...states].flatMap(([made, texts]) => (made < from ? [] : [...texts]))
        // Where all is safe, what could not be removed may be offered again.
        const allowed = all(all(kept).includes(null) ? 0 : kept)
        const there = (await afterCrash()).map(({ document }) => documentText(document))
        expect(there.length).toBeLessThan(2)
        expect(allowed).toContain(there[0] ?? null)
      }
    )
  )
}, 60_000)

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import { writeDocument } from '../../shared/document/write'
import { writeLine } from '../../shared/journal/line'
import { fail, ok } from '../../shared/result'
import type { PlainWeights } from '../../shared/training/protocol'
import { WEIGHTS_FILE, writeWeightsFile } from '../../shared/training/weights-file'
import { host } from '../host/current'
import type { FileHandle } from '../host/host'
import type { BegunWork } from '../host/journals'
import { createMemoryJournals, type MemoryJournals } from '../host/memory-journals'
import { useDocument } from './document'
import { edit, undo } from './edit-document'
import { isAtRisk, newDocument, saveToDisk } from './files'
import { keepJournal } from './journal'
import {
  discardWork,
  drawAbandoned,
  loadAbandoned,
  offerAbandoned,
  recoverWork,
  useAbandoned
} from './recovery'
import { useSession } from './session'
import { hasNewWeights, useTraining } from './training'

let journals: MemoryJournals
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  useAbandoned.setState({ works: [], pictures: new Map() })
  newDocument()
  useSession.setState({ notice: null })
  journals = createMemoryJournals()
  Object.assign(host, { journals })
  stop = keepJournal()
})

afterEach(() => {
  stop()
  Reflect.deleteProperty(host, 'journals')
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const aSecond = () => vi.advanceTimersByTimeAsync(1_000)
const notice = () => useSession.getState().notice
const works = () => useAbandoned.getState().works
const handle: FileHandle = { kind: 'file-handle', token: 'a' }
const weights: PlainWeights = new Map([['dense-1/bias', { shape: [2], data: new Float32Array([1, 2]) }]])

function weightsFile(): Uint8Array {
  const written = writeWeightsFile(weights)
  return written.ok ? written.value : new Uint8Array()
}

interface Left {
  readonly file?: BegunWork['file']
  readonly attachments?: ReadonlyMap<string, Uint8Array>
  readonly more?: string
}

/** Another window edits, and ends without a word; gives the id of what it leaves. */
async function leave(
  name: string,
  { file = null, attachments = new Map(), more }: Left = {}
): Promise<string> {
  const base = writeDocument(emptyDocument('doc-left', 'before'), attachments)
  await journals.begin({ name, file, edits: 0, base })
  const patches = [{ op: 'set', at: ['name'], value: name }] as const
  await journals.append(1, writeLine({ sequence: 1, edits: 3, patches }))
  if (more !== undefined) await journals.append(2, more)
  const id = await journals.leave()
  await loadAbandoned()
  return id ?? ''
}

describe('abandoned work', () => {
  it('is listed with what is told of it, and drawn when somebody looks', async () => {
    const id = await leave('mine', { file: { name: 'a.blockprop', handle } })
    expect(works()).toMatchObject([{ id, name: 'mine', edits: 3, fileName: 'a.blockprop' }])
    await drawAbandoned(id)
    expect(useAbandoned.getState().pictures.get(id)).toEqual({
      name: 'mine',
      scene: { tiles: [], edges: [], frames: [] }
    })
  })

  it('is told of in a window that was opened for a file, which shows no start screen', async () => {
    await leave('mine')
    await offerAbandoned()
    expect(notice()).toBeNull()
    Object.assign(host, { desktop: { open: ok({ name: 'a.blockprop', bytes: new Uint8Array(), handle }) } })
    await offerAbandoned()
    Reflect.deleteProperty(host, 'desktop')
    expect(notice()?.title).toBe('There is work that was not saved.')
    notice()?.action?.run()
    expect(useSession.getState().screen).toBe('home')
  })

  it('is taken up unsaved, with its file, and goes once the window’s own journal has it', async () => {
    const id = await leave('mine', { file: { name: 'a.blockprop', handle } })
    await recoverWork(id)
    expect(useDocument.getState().document.name).toBe('mine')
    expect(useSession.getState()).toMatchObject({
      screen: 'editor',
      file: { name: 'a.blockprop', handle },
      notice: { kind: 'info', title: '“mine” is back' }
    })
    expect(isAtRisk()).toBe(true)
    undo()
    expect(isAtRisk()).toBe(true)
    await aSecond()
    expect([...journals.drive.content.keys()]).not.toContain(id)
    expect(journals.drive.content.size).toBe(1)

    const save = vi.spyOn(host, 'saveFile').mockResolvedValue(ok({ name: 'a.blockprop', handle }))
    await saveToDisk('where-it-was')
    expect(save.mock.calls[0]?.[2]).toBe(handle)
    await aSecond()
    expect(isAtRisk()).toBe(false)
    expect(journals.drive.content.size).toBe(0)
  })

  it('counts on from what was done before', async () => {
    await recoverWork(await leave('mine'))
    edit([{ kind: 'setName', name: 'on' }])
    await aSecond()
    const next = createMemoryJournals(journals.drive.content)
    expect(await next.abandoned()).toMatchObject([{ edits: 4 }])
  })

  it('stays as long as the window can’t keep it itself', async () => {
    const id = await leave('mine')
    vi.spyOn(journals, 'begin').mockResolvedValue(fail('full'))
    await recoverWork(id)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([...journals.drive.content.keys()]).toContain(id)
  })

  it('brings what was learned, which is in no file yet', async () => {
    await recoverWork(await leave('mine', { attachments: new Map([[WEIGHTS_FILE, weightsFile()]]) }))
    expect(useTraining.getState().run).toMatchObject({ kind: 'kept', weights })
    expect(hasNewWeights(useTraining.getState())).toBe(true)
    expect(useDocument.getState().attachments.size).toBe(0)
  })

  it.each<[string, Left, string]>([
    ['a damaged tail', { more: 'a cut li\n' }, 'The last edits were damaged'],
    ['damaged weights', { attachments: new Map([[WEIGHTS_FILE, new Uint8Array(3)]]) }, 'What it had learned']
  ])('is had without %s, and it is told', async (_what, left, words) => {
    await recoverWork(await leave('mine', left))
    expect(useDocument.getState().document.name).toBe('mine')
    expect(notice()?.text).toContain(words)
  })

  it('takes the place of work that is at risk, which is one click away', async () => {
    const id = await leave('theirs')
    edit([{ kind: 'setName', name: 'mine' }])
    await recoverWork(id)
    expect(useDocument.getState().document.name).toBe('theirs')
    expect(notice()?.text).toContain('“mine” was put aside')
    notice()?.action?.run()
    expect(useDocument.getState().document.name).toBe('mine')
  })

  it('that is gone, or can’t be read, changes nothing and says why', async () => {
    const id = await leave('mine')
    journals.drive.content.get(id)?.set('base-1.blockprop', new Uint8Array([1]))
    await drawAbandoned(id)
    expect(useAbandoned.getState().pictures.get(id)).toBeNull()
    const { document } = useDocument.getState()
    await recoverWork(id)
    expect(notice()).toMatchObject({ kind: 'error', title: '“mine” could not be recovered' })
    expect(notice()?.text).toContain('It is still kept')
    await journals.discard(id)
    await recoverWork(id)
    expect(notice()?.text).toContain('not there any more')
    expect(useDocument.getState().document).toBe(document)
  })
})

describe('discarding', () => {
  async function discard(): Promise<string> {
    const id = await leave('mine')
    const [work] = works()
    if (work) discardWork(work)
    expect(works()).toEqual([])
    await aSecond()
    expect([...journals.drive.content.keys()]).toContain(id)
    return id
  }

  it('is done when its message has gone', async () => {
    const id = await discard()
    useSession.setState({ notice: null })
    await aSecond()
    expect([...journals.drive.content.keys()]).not.toContain(id)
  })

  it('is not done where the person thinks better of it', async () => {
    const id = await discard()
    const keep = notice()?.action
    // As the message does: it goes, and then acts.
    useSession.setState({ notice: null })
    keep?.run()
    await aSecond()
    expect([...journals.drive.content.keys()]).toContain(id)
    expect(works()).toMatchObject([{ id }])
  })
})

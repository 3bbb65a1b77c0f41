import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import { readDocument } from '../../shared/document/read'
import { writeDocument } from '../../shared/document/write'
import { fail, ok } from '../../shared/result'
import type { PlainWeights } from '../../shared/training/protocol'
import { readWeightsFile, WEIGHTS_FILE, writeWeightsFile } from '../../shared/training/weights-file'
import { host } from '../host/current'
import { useDocument } from './document'
import { edit, undo } from './edit-document'
import { newDocument, openCopy, saveToDisk } from './files'
import { useSession } from './session'
import { hasNewWeights, useTraining } from './training'

const name = () => useDocument.getState().document.name
const notice = () => useSession.getState().notice
const fileOf = (title: string) => writeDocument(emptyDocument('doc-other', title))

beforeEach(() => {
  newDocument()
  useSession.setState({ notice: null })
})

afterEach(() => vi.restoreAllMocks())

const weights: PlainWeights = new Map([['dense-1/bias', { shape: [2], data: new Float32Array([1, 2]) }]])
const picture = new Uint8Array([1, 2, 3])

function trainedFile(title: string, inside?: Uint8Array): Uint8Array {
  const written = writeWeightsFile(weights)
  const bytes = inside ?? (written.ok ? written.value : new Uint8Array())
  return writeDocument(
    emptyDocument('doc-other', title),
    new Map([
      ['notes.png', picture],
      [WEIGHTS_FILE, bytes]
    ])
  )
}

/** Saves, and reads what was written. */
async function saved() {
  const save = vi.spyOn(host, 'saveFile').mockResolvedValue(ok({ name: 'x.blockprop', handle: null }))
  await saveToDisk('ask')
  const read = readDocument(save.mock.calls.at(-1)?.[0] ?? new Uint8Array())
  if (!read.ok) throw new Error(read.error.message)
  return read.value.attachments
}

const run = () => useTraining.getState().run

describe('trained weights', () => {
  it('come with a file, are not new, and go back into it beside what else lay there', async () => {
    openCopy(trainedFile('theirs'), 'x.blockprop')
    expect(run()).toMatchObject({ kind: 'kept', weights })
    expect(hasNewWeights(useTraining.getState())).toBe(false)
    const attachments = await saved()
    expect([...attachments.keys()].toSorted()).toEqual(['notes.png', WEIGHTS_FILE])
    expect(readWeightsFile(attachments.get(WEIGHTS_FILE) ?? new Uint8Array())).toEqual(ok(weights))
    expect(attachments.get('notes.png')).toEqual(picture)
  })

  it('are saved once a run is over, and new until then', async () => {
    const { document } = useDocument.getState()
    useTraining.setState({ run: { kind: 'kept', runId: 'a', weights }, trained: document, saved: null })
    expect(hasNewWeights(useTraining.getState())).toBe(true)
    expect([...(await saved()).keys()]).toEqual([WEIGHTS_FILE])
    expect(hasNewWeights(useTraining.getState())).toBe(false)
  })

  it('stay new when the file was not written', async () => {
    const { document } = useDocument.getState()
    useTraining.setState({ run: { kind: 'kept', runId: 'a', weights }, trained: document, saved: null })
    vi.spyOn(host, 'saveFile').mockResolvedValue(fail({ kind: 'disk-full', message: 'the disk is full' }))
    await saveToDisk('ask')
    expect(hasNewWeights(useTraining.getState())).toBe(true)
    expect(notice()?.text).toContain('the disk is full')
  })

  it('are left out, and it is said, once the network is another one; undoing brings them back', async () => {
    openCopy(trainedFile('theirs'), 'x.blockprop')
    const { root: network } = useDocument.getState().document
    const block = { type: 'dense', name: 'Dense 1', params: { units: 3 } }
    expect(edit([{ kind: 'addBlock', network, id: 'dense-1', block }]).ok).toBe(true)
    expect([...(await saved()).keys()]).toEqual(['notes.png'])
    expect(notice()?.title).toBe('x.blockprop was saved without the trained weights')
    useSession.setState({ notice: null })
    await saved()
    expect(notice()).toBeNull()
    undo()
    expect([...(await saved()).keys()].toSorted()).toEqual(['notes.png', WEIGHTS_FILE])
  })

  it('go to nobody else, and come back with the document that they are of', () => {
    openCopy(trainedFile('theirs'), 'x.blockprop')
    edit([{ kind: 'setName', name: 'mine' }])
    newDocument()
    expect(run().kind).toBe('idle')
    notice()?.action?.run()
    expect(name()).toBe('mine')
    expect(run()).toMatchObject({ kind: 'kept', weights })
  })

  it('that can’t be read leave the way open to work that was put aside', () => {
    edit([{ kind: 'setName', name: 'mine' }])
    openCopy(trainedFile('theirs', new Uint8Array(3)), 'x.blockprop')
    expect(notice()?.kind).toBe('error')
    notice()?.action?.run()
    expect(name()).toBe('mine')
  })

  it('that can’t be read leave the network untrained, with the reason', async () => {
    openCopy(trainedFile('theirs', new Uint8Array(3)), 'x.blockprop')
    expect(name()).toBe('theirs')
    expect(run().kind).toBe('idle')
    expect(notice()?.title).toBe('The trained weights in x.blockprop could not be read')
    expect([...(await saved()).keys()]).toEqual(['notes.png'])
  })
})

describe('opening', () => {
  it.each([
    ['not JSON', 'dear diary'],
    ['cut short', '{"format": "blockprop", "ver'],
    ['empty', ''],
    ['of another program', '{"layers": []}']
  ])('refuses a file that is %s, and leaves what was open', (_what, text) => {
    edit([{ kind: 'setName', name: 'mine' }])
    const before = useDocument.getState()
    openCopy(new TextEncoder().encode(text), 'x.blockprop')
    expect(useDocument.getState()).toBe(before)
    expect(notice()?.title).toBe('x.blockprop was not opened')
  })

  it('replaces a document without changes and says nothing', () => {
    openCopy(fileOf('theirs'), 'x.blockprop')
    expect(name()).toBe('theirs')
    expect(notice()).toBeNull()
  })

  it('puts changes that are saved nowhere aside, one click away, with their history', () => {
    edit([{ kind: 'setName', name: 'mine' }])
    openCopy(fileOf('theirs'), 'x.blockprop')
    expect(name()).toBe('theirs')
    notice()?.action?.run()
    expect(name()).toBe('mine')
    expect(useDocument.getState().history.past).toHaveLength(1)
    expect(useSession.getState().file).toBeNull()
  })
})

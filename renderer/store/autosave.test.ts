import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import { writeDocument } from '../../shared/document/write'
import { fail, ok } from '../../shared/result'
import { host } from '../host/current'
import type { FileHandle } from '../host/host'
import { saveByItself } from './autosave'
import { beginGesture, edit, endGesture } from './edit-document'
import { isAtRisk, newDocument, openRead, saveToDisk } from './files'
import { useSession } from './session'

const handle: FileHandle = { kind: 'file-handle', token: 'a' }
const bytes = writeDocument(emptyDocument('doc-a', 'a'))
let stop: () => void
let wanted: string
const save = vi.fn<typeof host.saveFile>()
const mayWrite = vi.fn<NonNullable<typeof host.mayWrite>>()
const own = { mayWrite: host.mayWrite }

beforeEach(() => {
  vi.useFakeTimers()
  wanted = 'on'
  vi.spyOn(host, 'readSetting').mockImplementation(key => (key === 'autosave' ? wanted : null))
  save.mockReset().mockImplementation(() => Promise.resolve(ok({ name: 'a.blockprop', handle })))
  mayWrite.mockReset().mockResolvedValue(true)
  vi.spyOn(host, 'saveFile').mockImplementation(save)
  Object.assign(host, { mayWrite })
  stop = saveByItself()
  newDocument()
  openRead(ok({ name: 'a.blockprop', bytes, handle }))
})

afterEach(() => {
  stop()
  Object.assign(host, own)
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const aWhile = () => vi.advanceTimersByTimeAsync(10_000)
const rename = (name: string) => edit([{ kind: 'setName', name }])

describe('where it was asked for', () => {
  it('a document is written to its file some time after the last edit, and only if it is as it was', async () => {
    for (let i = 0; i < 5; i += 1) {
      rename(`edit ${i}`)
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(save).not.toHaveBeenCalled()
    await aWhile()
    expect(save).toHaveBeenCalledTimes(1)
    expect(save.mock.calls[0]?.slice(1)).toEqual(['a.blockprop', handle, 'known'])
    expect(isAtRisk()).toBe(false)
    await aWhile()
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('what was edited while it was written is written next', async () => {
    save.mockImplementationOnce(() => {
      rename('two')
      return Promise.resolve(ok({ name: 'a.blockprop', handle }))
    })
    rename('one')
    await aWhile()
    await aWhile()
    expect(save).toHaveBeenCalledTimes(2)
    expect(isAtRisk()).toBe(false)
  })

  it('a gesture that goes on is waited for', async () => {
    beginGesture('drag')
    rename('half')
    await aWhile()
    expect(save).not.toHaveBeenCalled()
    endGesture()
    await aWhile()
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('what fails is told once, and left to the person until it has worked again', async () => {
    save.mockResolvedValueOnce(fail({ kind: 'changed', message: 'Somebody has written it.' }))
    rename('one')
    await aWhile()
    expect(useSession.getState().notice).toMatchObject({ kind: 'error', title: 'a.blockprop was not saved' })
    rename('two')
    await aWhile()
    expect(save).toHaveBeenCalledTimes(1)
    await saveToDisk('where-it-was', 'anything')
    rename('three')
    await aWhile()
    expect(save).toHaveBeenCalledTimes(3)
  })

  it('a file that can’t be written to without a question is let be', async () => {
    mayWrite.mockResolvedValue(false)
    rename('one')
    await aWhile()
    expect(save).not.toHaveBeenCalled()
    expect(useSession.getState().notice).toBeNull()
  })

  it('a document without a file is let be', async () => {
    newDocument()
    rename('one')
    await aWhile()
    expect(save).not.toHaveBeenCalled()
  })
})

it('nothing is written where it was not asked for', async () => {
  wanted = 'off'
  rename('one')
  await aWhile()
  expect(save).not.toHaveBeenCalled()
})

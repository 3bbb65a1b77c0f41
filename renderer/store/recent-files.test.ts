import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import { fail, ok } from '../../shared/result'
import { host } from '../host/current'
import type { FileHandle } from '../host/host'
import { createWebRecents } from '../host/web-recents'
import { openRecent } from './files'
import { forgetRecentFile, loadRecentFiles, noteRecentFile, useRecentFiles } from './recent-files'
import { useSession } from './session'

const document = emptyDocument('doc-made', 'made')
const handleOf = (path: string): FileHandle => ({ kind: 'file-handle', token: path })
const names = () => useRecentFiles.getState().files.map(({ name }) => name)
const note = (path: string) => noteRecentFile({ name: path, handle: handleOf(path) }, document)

const open = vi.fn<NonNullable<typeof host.reopen>>()
let kept: Map<string, unknown>

beforeEach(() => {
  kept = new Map()
  vi.spyOn(host.blobs, 'get').mockImplementation(key => Promise.resolve(ok(kept.get(key) ?? null)))
  vi.spyOn(host.blobs, 'put').mockImplementation((key, value) => {
    kept.set(key, value)
    return Promise.resolve(ok(null))
  })
  vi.spyOn(host.blobs, 'delete').mockImplementation(key => {
    kept.delete(key)
    return Promise.resolve(ok(null))
  })
  vi.spyOn(host.blobs, 'keys').mockImplementation(prefix =>
    Promise.resolve(ok([...kept.keys()].filter(key => key.startsWith(prefix))))
  )
  Object.assign(host, {
    reopen: open,
    recents: createWebRecents(host.blobs, (a, b) => Promise.resolve(a.token === b.token))
  })
  useRecentFiles.setState({ files: [] })
  useSession.setState({ notice: null })
})

afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(host, 'reopen')
  Reflect.deleteProperty(host, 'recents')
})

it('lists what was noted, the latest first, each file once', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  for (const [i, path] of ['a', 'b', 'c', 'a'].entries()) {
    vi.setSystemTime(1000 + i)
    await note(path)
  }
  vi.useRealTimers()
  expect(names()).toEqual(['a', 'c', 'b'])
  useRecentFiles.setState({ files: [] })
  await loadRecentFiles()
  expect(names()).toEqual(['a', 'c', 'b'])
})

it('keeps twelve, and no more in storage', async () => {
  for (let i = 0; i < 15; i++) await note(`file-${i}`)
  expect(names()).toHaveLength(12)
  expect(kept.size).toBe(12)
})

it('forgets one that is removed, and notes nothing that can not be opened again', async () => {
  await note('a')
  await noteRecentFile({ name: 'download', handle: null }, document)
  expect(names()).toEqual(['a'])
  await forgetRecentFile(useRecentFiles.getState().files[0]?.id ?? '')
  expect(names()).toEqual([])
  expect(kept.size).toBe(0)
})

it('passes over what something else has written there', async () => {
  await note('a')
  kept.set('recent/x', { id: 'x' }).set('recent/y', null).set('recent/z', 7)
  await loadRecentFiles()
  expect(names()).toEqual(['a'])
})

it.each([
  [fail({ kind: 'gone', message: 'no longer there' } as const), 'error', 'no longer there', true],
  [fail({ kind: 'not-allowed', message: 'not allowed' } as const), 'info', 'not allowed', false],
  [fail({ kind: 'other', message: 'disk on fire' } as const), 'error', 'disk on fire', true]
])('%j is told, and the list stays', async (answer, kind, words, canForget) => {
  await note('a')
  open.mockResolvedValue(answer)
  const [file] = useRecentFiles.getState().files
  if (!file) throw new Error('nothing was noted')
  await openRecent(file)
  const { notice } = useSession.getState()
  expect(notice).toMatchObject({ kind, title: 'a was not opened' })
  expect(notice?.text).toContain(words)
  expect(notice?.action !== undefined).toBe(canForget)
  expect(names()).toEqual(['a'])
  notice?.action?.run()
  if (canForget) await vi.waitFor(() => expect(names()).toEqual([]))
})

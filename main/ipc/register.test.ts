import { ipcMain } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { REQUESTS } from '../../shared/ipc/names'
import { testingWindow } from '../window/testing-window'
import { register, type Handlers } from './register'

type Listener = (event: unknown, ...args: unknown[]) => Promise<unknown>
const listeners = new Map<string, Listener>()

vi.mock('electron', () => ({ ipcMain: { handle: vi.fn() } }))

const { window } = testingWindow()
const called = vi.fn()
const refused = vi.fn()
const page = { url: 'app://blockprop/index.html', parent: null }
const event = (senderFrame: unknown = page, id = 1) => ({ sender: { id }, senderFrame })
const ask = (name: string, from: unknown, ...args: unknown[]) => listeners.get(name)?.(from, ...args)

beforeEach(() => {
  called.mockReset()
  refused.mockReset()
  listeners.clear()
  vi.mocked(ipcMain).handle.mockImplementation(
    (name, listener) => void listeners.set(name, listener as Listener)
  )
  const handlers = Object.fromEntries(REQUESTS.map(name => [name, called])) as unknown as Handlers
  register(handlers, { windowOf: id => (id === 1 ? window : undefined), refused })
})

test('a request of a page of ours reaches its handler, with the window that it came from', async () => {
  called.mockResolvedValue('answer')
  expect(await ask('recent.forget', event(), { id: 'abc' })).toBe('answer')
  expect(called).toHaveBeenCalledExactlyOnceWith({ id: 'abc' }, window)
})

describe('refused, before a handler sees it', () => {
  test.each<[string, unknown, readonly unknown[]]>([
    ['a window that is not ours', event(page, 2), [null]],
    ['a frame within the page', event({ ...page, parent: page }), [null]],
    ['a page that is gone', event(null), [null]],
    ['another address', event({ url: 'https://evil.example/', parent: null }), [null]],
    [
      'an address that looks like ours',
      event({ url: 'app://blockprop.evil/index.html', parent: null }),
      [null]
    ],
    ['another payload', event(), [{ unknown: '/etc/passwd' }]],
    ['no payload', event(), []],
    ['more than one value', event(), [null, null]]
  ])('%s', async (_what, from, args) => {
    for (const name of REQUESTS) await expect(ask(name, from, ...args)).rejects.toThrow(/^refused: /)
    expect(called).not.toHaveBeenCalled()
    expect(refused).toHaveBeenCalledTimes(REQUESTS.length)
  })
})

test('what is told of a refusal holds nothing of what was sent', async () => {
  await expect(ask('files.openDropped', event(), { path: 7, secret: 'hunter2' })).rejects.toThrow()
  expect(JSON.stringify(refused.mock.calls)).not.toContain('hunter2')
})

import { expect, test, vi } from 'vitest'
import { fail, ok } from '../shared/result'
import type { ReadFile } from '../shared/ipc/answers'
import type { WindowFace } from '../shared/ipc/payloads'
import { createOpening } from './opening'
import { testingWindow } from './window/testing-window'

vi.mock('electron', () => ({}))

const read = (file: string) => ok<ReadFile>({ file, name: file, bytes: new Uint8Array() })

/** Windows with these faces, the last in front; tokens are paths. */
function scene(...faces: readonly Partial<WindowFace>[]) {
  const windows = faces.map(face => testingWindow(face))
  const opened: unknown[] = []
  const opening = createOpening(
    { grant: path => Promise.resolve(path), read: token => Promise.resolve(read(token)) },
    {
      all: () => windows.map(({ window }) => window),
      front: () => windows.at(-1)?.window,
      open: beginning => {
        opened.push(beginning?.open)
        return testingWindow().window
      }
    },
    Promise.resolve()
  )
  return { windows, opened, opening }
}

const work: Partial<WindowFace> = { screen: 'editor', edited: true, file: 'mine' }

test('a file opens in the window in front while that is blank', async () => {
  const { windows, opened, opening } = scene(work, {})
  await opening.open('net')
  expect(windows[1]?.sent).toEqual([['open', read('net')]])
  expect(opened).toEqual([])
})

test('…in its first page, if that has not begun yet, and a second file then in a window of its own', async () => {
  const { windows, opened, opening } = scene({})
  const window = windows[0]?.window
  if (!window) throw new Error('there is no window')
  window.begun = false
  await opening.open('net')
  await opening.open('other')
  expect(window.beginning.open).toEqual(read('net'))
  expect(windows[0]?.sent).toEqual([])
  expect(opened).toEqual([read('other')])
})

test.each<[string, readonly Partial<WindowFace>[]]>([
  ['there is none', []],
  ['it shows a document', [{ screen: 'editor' }]],
  ['it has work', [work]],
  ['it trains', [{ training: true }]]
])('…in a new window where %s', async (_why, faces) => {
  const { opened, opening } = scene(...faces)
  await opening.open('net')
  expect(opened).toEqual([read('net')])
})

test('a file that is shown is shown again, and not opened twice', async () => {
  const { windows, opened, opening } = scene({ ...work, file: 'net' }, {})
  await opening.open('net')
  expect(windows[0]?.browser.shown).toBe(1)
  expect([opened, ...windows.map(({ sent }) => sent)]).toEqual([[], [], []])
})

test('what is chosen in a window with work opens beside it; in another it is that window’s own matter', async () => {
  const { windows, opened, opening } = scene(work, { screen: 'editor' }, { screen: 'editor', file: 'shown' })
  const [busy, free, other] = windows.map(({ window }) => window)
  if (!busy || !free || !other) throw new Error('a window is missing')
  expect(await opening.readFor(free, 'net')).toEqual(read('net'))
  expect(await opening.readFor(free, 'shown')).toEqual(ok(null))
  expect(await opening.readFor(other, 'shown')).toEqual(read('shown'))
  expect([free, other].map(window => opening.isShownElsewhere(window, 'shown'))).toEqual([true, false])
  expect(opened).toEqual([])
  expect(await opening.readFor(busy, 'net')).toEqual(ok(null))
  expect(opened).toEqual([read('net')])
})

test.each<[string, Partial<WindowFace>]>([
  ['blank', {}],
  ['full of work', work]
])('a file that can not be read is told by the window in front, be it %s', async (_what, face) => {
  const trouble = fail({ kind: 'gone', message: 'It is no longer there.' } as const)
  const { window, sent } = testingWindow(face)
  const opened: unknown[] = []
  const opening = createOpening(
    { grant: path => Promise.resolve(path), read: () => Promise.resolve(trouble) },
    {
      all: () => [window],
      front: () => window,
      open: beginning => {
        opened.push(beginning)
        return window
      }
    },
    Promise.resolve()
  )
  await opening.open('net')
  expect(sent).toEqual([['open', trouble]])
  expect(await opening.readFor(window, 'net')).toEqual(trouble)
  expect(opened).toEqual([])
})

test('it is read before a window can be made', async () => {
  let setReady = (): void => {}
  const ready = new Promise<void>(done => (setReady = done))
  const steps: string[] = []
  const opening = createOpening(
    {
      grant: path => Promise.resolve(path),
      read: token => {
        steps.push('read')
        return Promise.resolve(read(token))
      }
    },
    {
      all: () => [],
      front: () => undefined,
      open: () => {
        steps.push('opened')
        return testingWindow().window
      }
    },
    ready
  )
  const opened = opening.open('mine')
  await Promise.resolve().then(() => steps.push('ready'))
  setReady()
  await opened
  expect(steps).toEqual(['read', 'ready', 'opened'])
})

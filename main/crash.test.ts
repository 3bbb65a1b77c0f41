import { EventEmitter } from 'node:events'
import type { BrowserWindow, MessageBoxOptions, RenderProcessGoneDetails } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { crashReasonOf, isLoop, recentCrashes, watchForCrashes } from './crash'

type Reason = RenderProcessGoneDetails['reason']

it.each<[Reason, string | null]>([
  ['clean-exit', null],
  ['crashed', 'crashed'],
  ['abnormal-exit', 'crashed'],
  ['killed', 'killed'],
  ['oom', 'memory'],
  ['memory-eviction', 'memory'],
  ['launch-failed', 'failed'],
  ['integrity-failure', 'failed']
])('a process that is gone by %s is told as %s', (reason, told) => {
  expect(crashReasonOf({ reason })).toBe(told)
})

it.each([
  [[], 0, false],
  [[0], 59_999, false],
  [[0, 30_000], 59_999, true],
  [[0, 30_000], 60_000, false],
  [[0, 1, 2, 3], 61_000, false]
])('after crashes at %j one at %d is a loop: %s', (before, now, loop) => {
  expect(isLoop(recentCrashes(before, now))).toBe(loop)
})

/** A window without Electron: what it was told to do stands in `done`. */
function createWindow() {
  const done: string[] = []
  const questions: { readonly options: MessageBoxOptions; readonly answer: (response: number) => void }[] = []
  const webContents = Object.assign(new EventEmitter(), {
    forcefullyCrashRenderer: () => void done.push('end the process')
  })
  const window = Object.assign(new EventEmitter(), {
    webContents,
    destroyed: false,
    isDestroyed: () => window.destroyed,
    destroy: () => {
      window.destroyed = true
      done.push('destroy')
    }
  })
  const showMessageBox = (_window: unknown, options: MessageBoxOptions) =>
    new Promise<{ response: number; checkboxChecked: boolean }>(answered => {
      const answer = (response: number): void => answered({ response, checkboxChecked: false })
      options.signal?.addEventListener('abort', () => answer(options.cancelId ?? 0))
      questions.push({ options, answer })
    })
  let time = 0
  watchForCrashes(window as unknown as BrowserWindow, {
    showCrashPage: reason => done.push(`page: ${reason}`),
    restart: () => done.push('restart'),
    log: { error: () => {}, warn: () => {}, info: () => {} },
    dialog: { showMessageBox: showMessageBox as Electron.Dialog['showMessageBox'] },
    now: () => time
  })
  const dies = (reason: Reason = 'crashed'): boolean =>
    webContents.emit('render-process-gone', {}, { reason, exitCode: 1 })
  return { window, done, questions, dies, at: (now: number) => (time = now) }
}

const answered = (): Promise<void> => Promise.resolve().then(() => {})

describe('a window whose process dies', () => {
  it('shows the page that says so; one that ended as it should does not', () => {
    const { dies, done } = createWindow()
    dies('clean-exit')
    dies('oom')
    expect(done).toEqual(['page: memory'])
  })

  it.each([
    [0, 'restart'],
    [1, 'destroy']
  ])('asks when it has died three times in a minute; answer %d: %s', async (response, outcome) => {
    const { dies, done, questions, at } = createWindow()
    dies()
    at(1_000)
    dies()
    expect(questions).toHaveLength(0)
    at(2_000)
    dies()
    expect(done).toEqual(['page: crashed', 'page: crashed'])
    questions[0]?.answer(response)
    await answered()
    expect(done.at(-1)).toBe(outcome)
  })

  it('does nothing to a window that is closed', () => {
    const { window, dies, done } = createWindow()
    window.destroy()
    dies()
    expect(done).toEqual(['destroy'])
  })
})

describe('a window that does not answer', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is asked about after ten seconds, and restarted without the page', async () => {
    const { window, dies, done, questions } = createWindow()
    window.emit('unresponsive')
    vi.advanceTimersByTime(9_999)
    expect(questions).toHaveLength(0)
    vi.advanceTimersByTime(1)
    expect(questions[0]?.options.buttons).toEqual(['Wait', 'Restart'])
    questions[0]?.answer(1)
    await answered()
    expect(done).toEqual(['end the process'])
    dies('killed')
    expect(done).toEqual(['end the process', 'restart'])
    dies('killed')
    expect(done.at(-1)).toBe('page: killed')
  })

  it('is asked about again when the person waits', async () => {
    const { window, done, questions } = createWindow()
    window.emit('unresponsive')
    vi.advanceTimersByTime(10_000)
    questions[0]?.answer(0)
    await answered()
    window.emit('unresponsive')
    vi.advanceTimersByTime(10_000)
    expect(questions).toHaveLength(2)
    expect(done).toEqual([])
  })

  it('is not asked about when it answers in time, and the question goes when it answers late', async () => {
    const { window, done, questions } = createWindow()
    window.emit('unresponsive')
    vi.advanceTimersByTime(5_000)
    window.emit('responsive')
    vi.advanceTimersByTime(60_000)
    expect(questions).toHaveLength(0)

    window.emit('unresponsive')
    vi.advanceTimersByTime(10_000)
    window.emit('responsive')
    expect(questions[0]?.options.signal?.aborted).toBe(true)
    await answered()
    vi.advanceTimersByTime(60_000)
    expect(questions).toHaveLength(1)
    expect(done).toEqual([])
  })

  it.each(['closed', 'dies'])('is asked about no more once it %s', async how => {
    const { window, dies, done, questions } = createWindow()
    window.emit('unresponsive')
    vi.advanceTimersByTime(10_000)
    if (how === 'dies') dies()
    else window.emit('closed')
    questions[0]?.answer(1)
    await answered()
    expect(done).toEqual(how === 'dies' ? ['page: crashed'] : [])
  })
})

import { dialog } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { createClosing } from './closing'
import { testingWindow } from './testing-window'

vi.mock('electron', () => ({ dialog: { showMessageBox: vi.fn() } }))

// eslint-disable-next-line @typescript-eslint/unbound-method -- A mock needs no `this`.
const showMessageBox = vi.mocked(dialog.showMessageBox)
const answer = (response: number) => showMessageBox.mockResolvedValue({ response, checkboxChecked: false })
const work = { name: 'net', edited: true }

beforeEach(() => showMessageBox.mockReset())

test('where nothing can be lost nothing is asked', async () => {
  expect(await createClosing().mayClose(testingWindow().window)).toBe(true)
  expect(showMessageBox).not.toHaveBeenCalled()
})

test.each([
  [1, true],
  [2, false]
])('unsaved work: button %i lets it go: %s', async (button, mayGo) => {
  answer(button)
  const { window, sent } = testingWindow(work)
  expect(await createClosing().mayClose(window)).toBe(mayGo)
  expect(sent).toEqual([])
})

test.each([true, false])('“Save” asks the page, whose answer (%s) decides', async saved => {
  answer(0)
  const closing = createClosing()
  const { window, sent } = testingWindow(work)
  const asked = closing.mayClose(window)
  await vi.waitFor(() => expect(sent).toEqual([['save-and-close', null]]))
  closing.answered(window, saved)
  expect(await asked).toBe(saved)
})

test('a page that dies while it saves has not saved', async () => {
  answer(0)
  const { window, sent, browser } = testingWindow(work)
  const asked = createClosing().mayClose(window)
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  browser.webContents.emit('render-process-gone')
  expect(await asked).toBe(false)
})

test('a window is asked about once, however often it is told to close, and again the next time', async () => {
  answer(2)
  const closing = createClosing()
  const { window } = testingWindow(work)
  expect(await Promise.all([closing.mayClose(window), closing.mayClose(window)])).toEqual([false, false])
  expect(showMessageBox).toHaveBeenCalledTimes(1)
  await closing.mayClose(window)
  expect(showMessageBox).toHaveBeenCalledTimes(2)
})

test('a training is not ended unasked, and Escape lets it go on', async () => {
  answer(1)
  const { window } = testingWindow({ training: true, name: 'net' })
  expect(await createClosing().mayClose(window)).toBe(false)
  expect(showMessageBox.mock.calls.flat().at(-1)).toMatchObject({ cancelId: 1, defaultId: 1 })
  answer(0)
  expect(await createClosing().mayClose(window)).toBe(true)
})

test('an answer of a page that was not asked changes nothing', () => {
  expect(() => createClosing().answered(testingWindow().window, true)).not.toThrow()
})

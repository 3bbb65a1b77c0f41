import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type Desktop } from '../fixtures/desktop'
import {
  folderOf,
  hiddenAt,
  isSaved,
  openByDialog,
  openNetwork,
  putNetwork,
  saveAs,
  setHidden,
  shows,
  troubleIn
} from '../fixtures/desktop-files'
import {
  browserOf,
  chooseInMenu,
  closeWindow,
  expectFront,
  expectTitle,
  expectWindows
} from '../fixtures/desktop-windows'
import { Window } from '../fixtures/window'

/** What is answered to “Save the changes?”: the buttons in their order. */
const answers = { save: 0, discard: 1, stay: 2 } as const

/** Answers so to the next questions; gives what was asked. */
function answer(desktop: Desktop, ...chosen: readonly (keyof typeof answers)[]) {
  return desktop.answerDialog(
    'showMessageBox',
    ...chosen.map(one => ({ response: answers[one], checkboxChecked: false }))
  )
}

test('windows are opened by keys and menu; each has its name in the title, and is in the menu', async ({
  desktop
}) => {
  const first = new Window(desktop.page)
  await expectTitle(desktop, first.page, 'Blockprop', false)
  await first.openEmpty()
  await expectTitle(desktop, first.page, 'Untitled', false)
  // Nothing would be lost: the new network comes into the same window.
  await first.page.keyboard.press('ControlOrMeta+n')
  await expectWindows(desktop, 1)
  await first.add('Dense')
  await expectTitle(desktop, first.page, 'Untitled', true)

  const beside = await desktop.opened(() => first.page.keyboard.press('ControlOrMeta+n'))
  await expect(new Window(beside).canvas).toBeVisible()
  await expect(first.block('Dense')).toBeVisible()
  const third = await desktop.opened(() => beside.keyboard.press('ControlOrMeta+Shift+N'))
  await expect(third.getByRole('heading', { level: 1 })).toBeVisible()
  await desktop.opened(() => chooseInMenu(desktop, 'newWindow'))
  await expectWindows(desktop, 4)

  const roles = await desktop.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(
      ({ label, role }) => `${label}: ${String(role).toLowerCase()}`
    )
  )
  expect(roles).toContain('Window: window')
})

test('what is opened in a window with unsaved work opens beside it', async ({ desktop }, info) => {
  const folder = folderOf(info)
  const first = await openNetwork(desktop, putNetwork(join(folder, 'a.blockprop'), 11))
  await setHidden(first, 77)
  const b = putNetwork(join(folder, 'b.blockprop'), 12)
  const second = new Window(await desktop.opened(() => openByDialog(desktop, first.page, b)))
  await shows(second, 12)
  await shows(first, 77)
  await expectTitle(desktop, first.page, 'a.blockprop', true)
  await expectTitle(desktop, second.page, 'b.blockprop', false)

  // A file is in one window: choosing it in another brings that forward.
  await openByDialog(desktop, second.page, join(folder, 'a.blockprop'))
  await expectFront(desktop, 'a.blockprop')
  await shows(first, 77)
  await expectWindows(desktop, 2)

  // Nor does a save take a file from under another window.
  await saveAs(desktop, second, join(folder, 'a.blockprop'))
  await expect(troubleIn(second)).toContainText('It is open in another window')
  expect(hiddenAt(join(folder, 'a.blockprop'))).toBe(11)
})

test('a window with unsaved work asks before it closes', async ({ desktop }, info) => {
  const path = putNetwork(join(folderOf(info), 'net.blockprop'), 32)
  const keeper = desktop.page
  let window = await openNetwork(
    desktop,
    path,
    await desktop.opened(() => chooseInMenu(desktop, 'newWindow'))
  )
  // What is saved is not asked about: no dialog has an answer here.
  await closeWindow(desktop, window.page)
  await expectWindows(desktop, 1)

  window = await openNetwork(desktop, path, await desktop.opened(() => chooseInMenu(desktop, 'newWindow')))
  await setHidden(window, 77)
  const asked = await answer(desktop, 'stay', 'discard')
  await closeWindow(desktop, window.page)
  await expect.poll(asked).toHaveLength(1)
  await shows(window, 77)
  expect(await asked()).toMatchObject([
    { buttons: ['Save', 'Don’t save', 'Cancel'], defaultId: 0, cancelId: 2 }
  ])
  await closeWindow(desktop, window.page)
  await expectWindows(desktop, 1)
  expect(hiddenAt(path)).toBe(32)

  window = await openNetwork(desktop, path, await desktop.opened(() => chooseInMenu(desktop, 'newWindow')))
  await setHidden(window, 78)
  await answer(desktop, 'save')
  await closeWindow(desktop, window.page)
  await expectWindows(desktop, 1)
  expect(hiddenAt(path)).toBe(78)
  expect(desktop.windows()).toEqual([keeper])
})

test('a new network that is to be saved before its window closes asks where; cancel keeps both', async ({
  desktop
}, info) => {
  const path = join(folderOf(info), 'mine.blockprop')
  const window = new Window(await desktop.opened(() => chooseInMenu(desktop, 'newWindow')))
  await window.openEmpty()
  await window.add('Dense')
  await expectTitle(desktop, window.page, 'Untitled', true)
  await answer(desktop, 'save', 'save')
  const asked = await desktop.answerDialog(
    'showSaveDialog',
    { canceled: true, filePath: '' },
    { canceled: false, filePath: path }
  )
  await closeWindow(desktop, window.page)
  await expect.poll(asked).toHaveLength(1)
  await expect(window.block('Dense')).toBeVisible()
  await expectTitle(desktop, window.page, 'Untitled', true)

  await closeWindow(desktop, window.page)
  await expectWindows(desktop, 1)
  expect(readFileSync(path).length).toBeGreaterThan(0)
})

test('quitting asks about one window after the other; one “cancel” keeps all', async ({ desktop }, info) => {
  const folder = folderOf(info)
  const paths = ['a', 'b'].map((name, i) => putNetwork(join(folder, `${name}.blockprop`), 11 + i))
  const windows: Window[] = []
  for (const [i, path] of paths.entries()) {
    const page = i === 0 ? desktop.page : await desktop.opened(() => chooseInMenu(desktop, 'newWindow'))
    const window = await openNetwork(desktop, path, page)
    await setHidden(window, 77 + i)
    windows.push(window)
  }
  const asked = await answer(desktop, 'discard', 'stay')
  const quit = () => desktop.app.evaluate(({ app }) => app.quit())
  await quit()
  await expect.poll(asked).toHaveLength(2)
  await expectWindows(desktop, 2)
  for (const [i, window] of windows.entries()) await shows(window, 77 + i)

  await answer(desktop, 'save', 'discard')
  await desktop.quit()
  // The one in front is asked about first: that which was asked about last.
  expect(paths.map(hiddenAt)).toEqual([77, 12])
})

test('a training asks before its window closes, and goes on in one that is minimised', async ({
  desktop
}) => {
  const window = new Window(await desktop.opened(() => chooseInMenu(desktop, 'newWindow')))
  await window.openExample('Iris flowers')
  await window.fill('Epochs', '100000')
  await window.train()
  await expect.poll(() => window.loss(), { timeout: 30_000 }).toBeGreaterThan(0)
  await expect.poll(() => isKeptAwake(desktop)).toBe(true)

  const browser = await browserOf(desktop, window.page)
  await browser.evaluate(shown => shown.minimize())
  await goesOn(window)

  const asked = await desktop.answerDialog('showMessageBox', { response: 2, checkboxChecked: false })
  await closeWindow(desktop, window.page)
  await expect.poll(asked).toHaveLength(1)
  await expectWindows(desktop, 2)
  expect(JSON.stringify(await asked())).toContain('training')

  await window.press('Stop')
  await expect.poll(() => isKeptAwake(desktop)).toBe(false)
})

test('one window trains while another is edited', async ({ desktop }, info) => {
  const trains = new Window(desktop.page)
  await trains.openExample('Iris flowers')
  await trains.fill('Epochs', '100000')
  await trains.train()
  await expect.poll(() => trains.loss(), { timeout: 30_000 }).toBeGreaterThan(0)

  const page = await desktop.opened(() => chooseInMenu(desktop, 'newWindow'))
  const path = putNetwork(join(folderOf(info), 'net.blockprop'), 32)
  const edits = await openNetwork(desktop, path, page)
  await setHidden(edits, 77)
  await page.keyboard.press('ControlOrMeta+s')
  await isSaved(edits, 'net.blockprop')
  await goesOn(trains)
  await closeWindow(desktop, page)
  await expectWindows(desktop, 1)
  await expect.poll(() => isKeptAwake(desktop)).toBe(true)
})

test('a window comes back where it was, and as large', async ({ desktop }) => {
  const bounds = { x: 120, y: 90, width: 1000, height: 700 }
  const browser = await browserOf(desktop, desktop.page)
  await browser.evaluate((window, to) => window.setBounds(to), bounds)
  await expect.poll(() => boundsOf(desktop, desktop.page)).toEqual(bounds)
  await desktop.quit()
  const page = await desktop.relaunch()
  expect(await boundsOf(desktop, page)).toEqual(bounds)
})

test('a window that was on a screen that is gone comes to one that is there', async ({ desktop }) => {
  await desktop.quit()
  const far = { x: -5000, y: -4000, width: 1000, height: 700 }
  writeFileSync(
    join(desktop.profile, 'window-places.json'),
    JSON.stringify({ version: 1, places: [{ bounds: far, mode: 'normal' }] })
  )
  const page = await desktop.relaunch()
  const { x, y, width, height } = await boundsOf(desktop, page)
  const areas = await desktop.app.evaluate(({ screen }) =>
    screen.getAllDisplays().map(({ workArea }) => workArea)
  )
  const holding = areas.filter(
    area =>
      x >= area.x && y >= area.y && x + width <= area.x + area.width && y + height <= area.y + area.height
  )
  expect(holding).toHaveLength(1)
  expect([width, height]).toEqual([far.width, far.height])
})

test('a theme that is chosen in one window shows in all, and after a restart', async ({ desktop }) => {
  const second = await desktop.opened(() => chooseInMenu(desktop, 'newWindow'))
  const themes = () =>
    Promise.all(desktop.windows().map(page => page.locator('html').getAttribute('data-theme')))
  await expect.poll(themes).toHaveLength(2)
  await expect(second.locator('#root')).not.toBeEmpty()
  for (const [item, theme] of [
    ['darkTheme', 'dark'],
    ['lightTheme', 'light'],
    ['darkTheme', 'dark']
  ] as const) {
    await chooseInMenu(desktop, item)
    await expect.poll(themes).toEqual([theme, theme])
  }
  await desktop.quit()
  const page = await desktop.relaunch()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

/** Waits until the training is further than now. */
async function goesOn({ progress }: Window): Promise<void> {
  const before = await progress.textContent()
  await expect(progress).not.toHaveText(before ?? '', { timeout: 30_000 })
}

/** Whether any of the blockers is on that have been made so far: they are numbered from 0. */
function isKeptAwake({ app }: Desktop): Promise<boolean> {
  return app.evaluate(({ powerSaveBlocker }) =>
    Array.from({ length: 32 }, (_, id) => powerSaveBlocker.isStarted(id)).includes(true)
  )
}

async function boundsOf(desktop: Desktop, page: Page) {
  const window = await browserOf(desktop, page)
  return window.evaluate(browser => browser.getBounds())
}

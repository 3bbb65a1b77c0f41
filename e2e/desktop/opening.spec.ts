import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Desktop } from '../fixtures/desktop'
import {
  folderOf,
  isSaved,
  openNetwork,
  putNetwork,
  setHidden,
  shows,
  take,
  troubleIn
} from '../fixtures/desktop-files'
import { chooseInMenu, expectFront, expectTitle, expectWindows } from '../fixtures/desktop-windows'
import { Window } from '../fixtures/window'

/** What the menu lists under “Open recent”, the latest first. */
function recentInMenu({ app }: Desktop): Promise<readonly string[]> {
  return app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.getMenuItemById('open-recent')?.submenu?.items ?? [])
      .filter(({ id, type }) => type !== 'separator' && id !== 'clear-recent')
      .map(({ label }) => label)
  )
}

async function chooseRecent({ app }: Desktop, name: string): Promise<void> {
  await app.evaluate(({ BrowserWindow, Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.getMenuItemById('open-recent')?.submenu?.items ?? []
    const window = BrowserWindow.getAllWindows()[0]
    items.find(({ label }) => label === wanted)?.click(undefined, window, window?.webContents)
  }, name)
}

test('files that were open stand on the start screen and in the menu, also after a restart', async ({
  desktop
}, info) => {
  const folder = folderOf(info)
  const [a, b] = ['a', 'b'].map((name, i) => putNetwork(join(folder, `${name}.blockprop`), 11 + i))
  if (a === undefined || b === undefined) throw new Error('there are two files')
  await expect.poll(() => recentInMenu(desktop)).toEqual(['Nothing yet'])
  await openNetwork(desktop, a)
  await openNetwork(desktop, b)
  await expect.poll(() => recentInMenu(desktop)).toEqual(['b.blockprop', 'a.blockprop'])

  await desktop.quit()
  let page = await desktop.relaunch()
  const list = page.getByRole('region', { name: 'Recent files' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await list.getByRole('button', { name: /^a / }).click()
  await shows(new Window(page), 11)
  await chooseRecent(desktop, 'b.blockprop')
  await expect.poll(() => desktop.windows().length).toBe(2)
  page = desktop.windows().at(-1) ?? page
  await shows(new Window(page), 12)
})

test('a recent file that is gone is told, and leaves the list when the person says so', async ({
  desktop
}, info) => {
  const path = putNetwork(join(folderOf(info), 'gone.blockprop'), 11)
  const window = await openNetwork(desktop, path)
  rmSync(path)
  await window.press('Start screen')
  const list = window.page.getByRole('region', { name: 'Recent files' })
  await list.getByRole('button', { name: /^gone / }).click()
  await expect(troubleIn(window)).toContainText('gone.blockprop was not opened')
  await expect(troubleIn(window)).toContainText('no longer where it was')
  await take(window, 'Remove from the list')
  await expect(list).toBeHidden()
  await expect.poll(() => recentInMenu(desktop)).toEqual(['Nothing yet'])
})

test('the list of recent files is cleared by the menu', async ({ desktop }, info) => {
  const window = await openNetwork(desktop, putNetwork(join(folderOf(info), 'net.blockprop'), 11))
  await expect.poll(() => recentInMenu(desktop)).toEqual(['net.blockprop'])
  await window.press('Start screen')
  const list = window.page.getByRole('region', { name: 'Recent files' })
  await expect(list).toBeVisible()
  await chooseInMenu(desktop, 'clear-recent')
  await expect(list).toBeHidden()
  await expect.poll(() => recentInMenu(desktop)).toEqual(['Nothing yet'])
})

test('files of the command line are opened, each in a window', async ({ desktop }, info) => {
  const folder = folderOf(info)
  const a = putNetwork(join(folder, 'a.blockprop'), 11)
  const b = putNetwork(join(folder, 'b.blockprop'), 12)
  await desktop.relaunch({ args: [a, b, join(folder, 'notes.txt')] })
  await expectWindows(desktop, 2)
  const shown = desktop.windows().map(page => new Window(page))
  for (const window of shown) await expect(window.status).toContainText('Saved: ')
  const names = await Promise.all(shown.map(({ status }) => status.textContent()))
  expect(names.join()).toMatch(/a\.blockprop.*b\.blockprop|b\.blockprop.*a\.blockprop/)
})

test('a second start hands its files over to the first, and ends', async ({ desktop }, info) => {
  const folder = folderOf(info)
  const a = putNetwork(join(folder, 'a.blockprop'), 11)
  const b = putNetwork(join(folder, 'b.blockprop'), 12)
  // The start screen has nothing to lose: the file comes into its window.
  await desktop.startAgain(a)
  await shows(new Window(desktop.page), 11)
  const second = new Window(await desktop.opened(() => desktop.startAgain(b)))
  await shows(second, 12)
  await expectFront(desktop, 'b.blockprop')

  // A file is in one window: the one that has it comes forward.
  await desktop.startAgain(a)
  await expectFront(desktop, 'a.blockprop')

  // Without a file, the window that was in front last is raised, wherever it is.
  const first = await desktop.app.browserWindow(desktop.page)
  await first.evaluate(window => window.minimize())
  await desktop.startAgain()
  await expect.poll(() => first.evaluate(window => window.isMinimized())).toBe(false)
  await expectFront(desktop, 'a.blockprop')
  await expectWindows(desktop, 2)
})

test('a file that the system hands over is opened; one that is open already comes forward', async ({
  desktop
}, info) => {
  const folder = folderOf(info)
  const a = putNetwork(join(folder, 'a.blockprop'), 11)
  const b = putNetwork(join(folder, 'b.blockprop'), 12)
  // As a Mac does for a double click and for a drop on the dock.
  const handOver = (path: string) =>
    desktop.app.evaluate(({ app }, handed) => {
      app.emit('open-file', { preventDefault: () => {} }, handed)
    }, path)
  await handOver(a)
  const first = new Window(desktop.page)
  await shows(first, 11)
  const second = new Window(await desktop.opened(() => handOver(b)))
  await shows(second, 12)
  await setHidden(second, 77)
  await handOver(a)
  await expectFront(desktop, 'a.blockprop')
  await handOver(b)
  await expectFront(desktop, 'b.blockprop')
  await shows(second, 77)
  await expectWindows(desktop, 2)
})

test('a file that is dropped opens where there is nothing to lose; what is no network is refused', async ({
  desktop
}, info) => {
  const path = putNetwork(join(folderOf(info), 'dropped.blockprop'), 21)
  const { page } = desktop
  const window = new Window(page)
  await window.openEmpty()
  await window.add('Dense')
  await expectTitle(desktop, page, 'ntitled', true)
  // No test can give a file of a page a path: this is what the page asks when one is dropped.
  const drop = (dropped: string) =>
    page.evaluate(at => globalThis.window.blockprop?.request('files.openDropped', { path: at }), dropped)
  expect(await drop(process.execPath)).toMatchObject({ ok: false, error: { kind: 'not-allowed' } })
  const beside = new Window(await desktop.opened(() => drop(path)))
  await shows(beside, 21)
  await isSaved(beside, 'dropped.blockprop')
  await expect(window.block('Dense')).toBeVisible()
})

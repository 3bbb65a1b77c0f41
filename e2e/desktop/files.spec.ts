import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { at } from '../../scripts/paths.mjs'
import { expect, test } from '../fixtures/desktop'
import {
  folderOf,
  hiddenAt,
  isSaved,
  openByDialog,
  openNetwork,
  putNetwork,
  save,
  saveAs,
  setHidden,
  shows,
  take,
  troubleIn
} from '../fixtures/desktop-files'
import { chooseInMenu, expectTitle, expectWindows } from '../fixtures/desktop-windows'
import { withHidden } from '../fixtures/documents'
import { Window } from '../fixtures/window'

const isWindows = process.platform === 'win32'

/** Files that are no networks, and what is said of them. */
function noNetworks(folder: string): readonly (readonly [path: string, words: string])[] {
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  const whole = withHidden(32)
  const picture = readFileSync(at('assets', 'icons', 'app', '48x48.png'))
  return [
    [file('cut.blockprop', whole.subarray(0, whole.length / 2)), 'cut.blockprop was not opened'],
    [file('photo.png', picture), 'photo.png was not opened']
  ]
}

/** What is not even read, and why. */
function unreadable(folder: string): readonly (readonly [path: string, words: string])[] {
  const large = join(folder, 'large.blockprop')
  writeFileSync(large, '')
  // Nothing of it is on the disk but its size.
  truncateSync(large, 2 * 1024 ** 3)
  return [
    [large, 'at most'],
    [folder, 'It is a folder'],
    [join(folder, 'nowhere.blockprop'), 'no longer where it was']
  ]
}

test('a file is opened by the dialog, edited, and saved where it was', async ({ desktop }, info) => {
  const folder = folderOf(info)
  const path = putNetwork(join(folder, 'net.blockprop'), 32)
  const asked = await desktop.answerDialog('showOpenDialog', { canceled: true, filePaths: [] })
  await expect(desktop.page.locator('#root')).not.toBeEmpty()
  await desktop.page.keyboard.press('ControlOrMeta+o')
  await expect.poll(asked).toHaveLength(1)
  expect(await asked()).toMatchObject([{ properties: ['openFile'] }])

  const window = await openNetwork(desktop, path)
  await isSaved(window, 'net.blockprop')
  await expectTitle(desktop, window.page, 'net.blockprop', false)
  await expect.poll(async () => (await desktop.menuItem('saveDocument'))?.enabled).toBe(false)

  await setHidden(window, 77)
  await expectTitle(desktop, window.page, 'net.blockprop', true)
  await expect(window.status).toContainText('Not saved yet')
  await expect.poll(async () => (await desktop.menuItem('saveDocument'))?.enabled).toBe(true)
  expect(hiddenAt(path)).toBe(32)

  await chooseInMenu(desktop, 'saveDocument')
  await isSaved(window, 'net.blockprop')
  expect(hiddenAt(path)).toBe(77)
  await expectTitle(desktop, window.page, 'net.blockprop', false)
  expect(readdirSync(folder)).toEqual(['net.blockprop'])
})

test('a save keeps permissions, and a link stays a link', async ({ desktop }, info) => {
  const folder = folderOf(info)
  const path = putNetwork(join(folder, 'net.blockprop'), 32)
  const link = join(folder, 'link.blockprop')
  // Windows asks for a privilege before it makes links, and knows no such permissions.
  const opened = isWindows ? path : link
  if (!isWindows) {
    chmodSync(path, 0o640)
    symlinkSync('net.blockprop', link)
  }
  const window = await openNetwork(desktop, opened)
  await setHidden(window, 77)
  await save(window)
  await expect.poll(() => hiddenAt(path)).toBe(77)
  if (!isWindows) {
    expect(statSync(path).mode & 0o777).toBe(0o640)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
  }
})

test('a new network asks where it goes; from then on it is saved there', async ({ desktop }, info) => {
  const folder = folderOf(info)
  const window = new Window(desktop.page)
  await window.openEmpty()
  await window.add('Dense')
  const cancelled = await desktop.answerDialog('showSaveDialog', { canceled: true, filePath: '' })
  await save(window)
  await expect.poll(cancelled).toHaveLength(1)
  await expect(window.status).toContainText('Not saved yet')
  expect(readdirSync(folder)).toEqual([])

  const asked = await desktop.answerDialog('showSaveDialog', {
    canceled: false,
    filePath: join(folder, 'mine')
  })
  await save(window)
  await isSaved(window, 'mine.blockprop')
  expect(await asked()).toMatchObject([{ defaultPath: expect.stringMatching(/\.blockprop$/) as unknown }])
  await expectTitle(desktop, window.page, 'mine.blockprop', false)

  await saveAs(desktop, window, join(folder, 'copy.blockprop'))
  await isSaved(window, 'copy.blockprop')
  const before = statSync(join(folder, 'mine.blockprop')).mtimeMs
  await window.add('Dense')
  await expect(window.status).toContainText('Not saved yet')
  await save(window)
  await isSaved(window, 'copy.blockprop')
  expect(statSync(join(folder, 'mine.blockprop')).mtimeMs).toBe(before)
  expect(readdirSync(folder).toSorted()).toEqual(['copy.blockprop', 'mine.blockprop'])
})

test('a name that gets its ending does not replace a file that the dialog never asked about', async ({
  desktop
}, info) => {
  const folder = folderOf(info)
  const theirs = putNetwork(join(folder, 'theirs.blockprop'), 5)
  const window = await openNetwork(desktop, putNetwork(join(folder, 'net.blockprop'), 32))
  const kept = await desktop.answerDialog('showMessageBox', { response: 1, checkboxChecked: false })
  await saveAs(desktop, window, join(folder, 'theirs'))
  await expect.poll(kept).toHaveLength(1)
  await isSaved(window, 'net.blockprop')
  expect(hiddenAt(theirs)).toBe(5)

  await desktop.answerDialog('showMessageBox', { response: 0, checkboxChecked: false })
  await saveAs(desktop, window, join(folder, 'theirs'))
  await isSaved(window, 'theirs.blockprop')
  expect(hiddenAt(theirs)).toBe(32)
})

test('what another program has written meanwhile is not overwritten unasked', async ({ desktop }, info) => {
  const folder = folderOf(info)
  const path = putNetwork(join(folder, 'net.blockprop'), 32)
  const window = await openNetwork(desktop, path)
  const trouble = troubleIn(window)
  const told = async (): Promise<void> => {
    await save(window)
    await expect(trouble).toContainText('net.blockprop was not saved')
    await expect(trouble).toContainText('another program has written it')
    await expect(trouble).toContainText('Your work is still here')
  }

  await setHidden(window, 77)
  putNetwork(path, 5)
  await told()
  expect(hiddenAt(path)).toBe(5)
  await take(window, 'Show what is there now')
  await shows(window, 5)
  await isSaved(window, 'net.blockprop')
  await take(window, 'Go back to it')
  await shows(window, 77)
  await expect(window.status).toContainText('Not saved yet')

  putNetwork(path, 6)
  await told()
  await take(window, 'Overwrite it')
  await isSaved(window, 'net.blockprop')
  expect(hiddenAt(path)).toBe(77)

  await setHidden(window, 78)
  putNetwork(path, 7)
  await told()
  await desktop.answerDialog('showSaveDialog', { canceled: false, filePath: join(folder, 'other.blockprop') })
  await take(window, 'Save as…')
  await isSaved(window, 'other.blockprop')
  expect(hiddenAt(path)).toBe(7)
  expect(hiddenAt(join(folder, 'other.blockprop'))).toBe(78)
})

test('a file that is deleted, moved with its folder, or now a folder is told; the work stays', async ({
  desktop
}, info) => {
  const folder = join(folderOf(info), 'networks')
  mkdirSync(folder)
  const path = putNetwork(join(folder, 'net.blockprop'), 32)
  const window = await openNetwork(desktop, path)
  const trouble = troubleIn(window)

  await setHidden(window, 77)
  rmSync(path)
  await save(window)
  await expect(trouble).toContainText('moved, renamed or deleted')
  expect(existsSync(path)).toBe(false)
  await take(window, 'Try again')
  await isSaved(window, 'net.blockprop')
  expect(hiddenAt(path)).toBe(77)

  await setHidden(window, 78)
  renameSync(folder, `${folder}-away`)
  await save(window)
  await expect(trouble).toContainText('Its folder is not there')
  renameSync(`${folder}-away`, folder)
  await take(window, 'Try again')
  await isSaved(window, 'net.blockprop')
  expect(hiddenAt(path)).toBe(78)

  await setHidden(window, 79)
  rmSync(path)
  mkdirSync(path)
  await save(window)
  await expect(trouble).toContainText('It is a folder, and a file is needed')
  rmdirSync(path)
  await desktop.answerDialog('showSaveDialog', { canceled: false, filePath: path })
  await take(window, 'Save as…')
  await isSaved(window, 'net.blockprop')
  expect(hiddenAt(path)).toBe(79)
})

test('what is saved can be gone back to, and the changes be had again', async ({ desktop }, info) => {
  const path = putNetwork(join(folderOf(info), 'net.blockprop'), 32)
  const window = await openNetwork(desktop, path)
  await expect.poll(async () => (await desktop.menuItem('revertDocument'))?.enabled).toBe(false)
  await setHidden(window, 77)
  await expect.poll(async () => (await desktop.menuItem('revertDocument'))?.enabled).toBe(true)
  await chooseInMenu(desktop, 'revertDocument')
  await shows(window, 32)
  await isSaved(window, 'net.blockprop')
  await take(window, 'Go back to it')
  await shows(window, 77)
  await save(window)
  await isSaved(window, 'net.blockprop')
  expect(hiddenAt(path)).toBe(77)
})

test('what is no network, or can not be read, is told; what was open stays', async ({ desktop }, info) => {
  const folder = folderOf(info)
  const window = await openNetwork(desktop, putNetwork(join(folder, 'net.blockprop'), 32))
  const open = async ([path, words]: readonly [string, string]): Promise<void> => {
    await openByDialog(desktop, window.page, path)
    await expect(troubleIn(window)).toContainText(words)
    await window.dismissNotice()
    await shows(window, 32)
  }
  for (const misfit of [...noNetworks(folder), ...unreadable(folder)]) await open(misfit)
  await isSaved(window, 'net.blockprop')

  await window.add('Dropout')
  for (const misfit of unreadable(folder)) await open(misfit)
  await expectTitle(desktop, window.page, 'net.blockprop', true)
  await expectWindows(desktop, 1)
})

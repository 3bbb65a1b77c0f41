import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures/desktop'
import {
  folderOf,
  hiddenAt,
  isSaved,
  openNetwork,
  putNetwork,
  save,
  setHidden,
  shows,
  take,
  troubleIn
} from '../fixtures/desktop-files'
import { closeWindow, expectTitle } from '../fixtures/desktop-windows'
import { breakDisk, type DiskFault } from '../fixtures/disk-faults'

/** By the time that the app gives a disk, and some more on a busy machine. */
const givenUp = { timeout: 25_000 }

test.describe('a disk that fails keeps the old file whole, and the work; when it is well, a try again saves', () => {
  for (const [what, fault, words] of [
    ['the disk is full', { call: 'file.write', outcome: 'ENOSPC' }, 'The disk is full'],
    ['the folder may only be read', { call: 'open', outcome: 'EACCES' }, 'may only be read'],
    ['the disk can not keep it', { call: 'file.sync', outcome: 'EIO' }, 'The system says: i/o error'],
    ['the disk is not let write by the system', { call: 'open', outcome: 'EROFS' }, 'may only be read']
  ] satisfies readonly (readonly [string, Omit<DiskFault, 'folder'>, string])[])
    test(what, async ({ desktop }, info) => {
      const folder = folderOf(info)
      const path = putNetwork(join(folder, 'net.blockprop'), 32)
      const window = await openNetwork(desktop, path)
      await setHidden(window, 77)
      const mend = await breakDisk(desktop.app, { ...fault, folder })
      await save(window)
      await expect(troubleIn(window)).toContainText('net.blockprop was not saved')
      await expect(troubleIn(window)).toContainText(words)
      await expect(troubleIn(window)).toContainText('Your work is still here')
      await shows(window, 77)
      await expectTitle(desktop, window.page, 'net.blockprop', true)
      expect(hiddenAt(path)).toBe(32)
      expect(readdirSync(folder)).toEqual(['net.blockprop'])

      // Still so: it is told again.
      await take(window, 'Try again')
      await expect(troubleIn(window)).toContainText(words)

      await mend()
      await take(window, 'Try again')
      await isSaved(window, 'net.blockprop')
      expect(hiddenAt(path)).toBe(77)
      expect(readdirSync(folder)).toEqual(['net.blockprop'])
    })
})

test('a network folder that hangs is told; editing and other disks go on, and it is there again later', async ({
  desktop
}, info) => {
  test.setTimeout(120_000)
  const network = join(folderOf(info), 'network')
  const path = putNetwork(join(folderOf(info, 'network'), 'net.blockprop'), 32)
  const window = await openNetwork(desktop, path)
  await setHidden(window, 77)
  const mend = await breakDisk(desktop.app, { call: 'open', outcome: 'hang', folder: network })
  await save(window)
  await setHidden(window, 78)
  await expect(troubleIn(window)).toContainText('does not answer', givenUp)
  await setHidden(window, 79)
  await expectTitle(desktop, window.page, 'net.blockprop', true)

  const elsewhere = join(folderOf(info), 'elsewhere.blockprop')
  await desktop.answerDialog('showSaveDialog', { canceled: false, filePath: elsewhere })
  await take(window, 'Save as…')
  await isSaved(window, 'elsewhere.blockprop')
  expect(hiddenAt(elsewhere)).toBe(79)
  expect(hiddenAt(path)).toBe(32)

  await mend()
  const again = await openNetwork(desktop, path)
  await setHidden(again, 80)
  await save(again)
  await isSaved(again, 'net.blockprop')
  expect(hiddenAt(path)).toBe(80)
  expect(readdirSync(network)).toEqual(['net.blockprop'])
})

test('a folder that hangs while a window is to be saved and closed keeps the window @full', async ({
  desktop
}, info) => {
  const folder = folderOf(info)
  const path = putNetwork(join(folder, 'net.blockprop'), 32)
  const window = await openNetwork(desktop, path)
  await setHidden(window, 77)
  const mend = await breakDisk(desktop.app, { call: 'file.sync', outcome: 'hang', folder })
  const asked = await desktop.answerDialog('showMessageBox', { response: 0, checkboxChecked: false })
  await closeWindow(desktop, window.page)
  await expect.poll(asked).toHaveLength(1)
  await expect(troubleIn(window)).toContainText('does not answer', givenUp)
  await shows(window, 77)
  await mend()
  await take(window, 'Try again')
  await isSaved(window, 'net.blockprop')
  expect(hiddenAt(path)).toBe(77)
})

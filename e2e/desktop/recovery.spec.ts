import { appendFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/desktop'
import {
  hiddenAt,
  isSaved,
  openNetwork,
  putNetwork,
  save,
  setHidden,
  shows,
  troubleIn
} from '../fixtures/desktop-files'
import { Window } from '../fixtures/window'

const offered = (page: Page) => page.getByRole('region', { name: 'Work that was not saved' })

/** Opens an example, sets a number in it, and waits until that is on the disk. */
async function work(page: Page, units: string): Promise<void> {
  const window = new Window(page)
  await window.openExample('Iris flowers')
  await window.block('Dense 1').click()
  await window.fill('Units', units)
  await kept(page)
}

/** Waits until every change is on the disk, or needs to be there no more. */
async function kept(page: Page): Promise<void> {
  const state = new Window(page).status.locator('[data-kept]')
  await expect.poll(() => state.evaluate(({ dataset }) => dataset['kept'] === dataset['made'])).toBe(true)
}

test('after a kill the work is offered, and is as it was', async ({ desktop }) => {
  await work(desktop.page, '77')
  await desktop.kill()
  const page = await desktop.relaunch()
  await expect(offered(page)).toContainText('iris-mlp')
  await offered(page)
    .getByRole('button', { name: /^Recover/ })
    .first()
    .click()
  const window = new Window(page)
  await expect(window.block('Dense 1')).toContainText('77 units')
  await expect.poll(async () => (await desktop.menuItem('saveDocument'))?.enabled).toBe(true)
  // Kept by this window now: another kill loses nothing either.
  await desktop.kill()
  await expect(offered(await desktop.relaunch())).toContainText('iris-mlp')
})

test('recovered work is saved over the file that it came from, unasked while that is what it was', async ({
  desktop
}, info) => {
  const path = putNetwork(info.outputPath('net.blockprop'), 32)
  for (const [units, isTouched] of [
    [77, false],
    [78, true]
  ] as const) {
    await setHidden(await openNetwork(desktop, path, desktop.page), units)
    await kept(desktop.page)
    await desktop.kill()
    if (isTouched) putNetwork(path, 5)
    const page = await desktop.relaunch()
    await offered(page)
      .getByRole('button', { name: /^Recover/ })
      .click()
    const window = new Window(page)
    await shows(window, units)
    await save(window)
    if (isTouched) await expect(troubleIn(window)).toContainText('another program has written it')
    else await isSaved(window, 'net.blockprop')
    expect(hiddenAt(path)).toBe(isTouched ? 5 : units)
  }
})

test('several windows that crashed are offered one by one', async ({ desktop }) => {
  await work(desktop.page, '77')
  const second = await desktop.opened(() => desktop.clickMenuItem('newWindow'))
  await work(second, '88')
  await desktop.kill()
  const page = await desktop.relaunch()
  await expect(offered(page).getByRole('button', { name: /^Recover/ })).toHaveCount(2)
})

test('what was saved, or given up in words, is not offered', async ({ desktop }, info) => {
  await work(desktop.page, '77')
  const filePath = info.outputPath('saved.blockprop')
  await desktop.answerDialog('showSaveDialog', { canceled: false, filePath })
  await desktop.page.keyboard.press('Control+s')
  await expect(new Window(desktop.page).status).toContainText('Saved: saved.blockprop')
  await expect.poll(() => readdir(join(desktop.profile, 'journals'))).toEqual([])
  await desktop.kill()
  const page = await desktop.relaunch()
  await expect(page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
  await expect(offered(page)).toBeHidden()

  await work(page, '88')
  await desktop.answerDialog('showMessageBox', { response: 1, checkboxChecked: false })
  const closed = page.waitForEvent('close')
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await closed
  await expect(offered(await desktop.relaunch())).toBeHidden()
})

test('a damaged journal loses its damaged tail alone', async ({ desktop }) => {
  await work(desktop.page, '77')
  await desktop.kill()
  const folder = join(desktop.profile, 'journals')
  for (const journal of await readdir(folder))
    for (const file of await readdir(join(folder, journal)))
      if (file.endsWith('.jsonl')) await appendFile(join(folder, journal, file), '{"half a li')
  const page = await desktop.relaunch()
  await offered(page)
    .getByRole('button', { name: /^Recover/ })
    .first()
    .click()
  await expect(new Window(page).block('Dense 1')).toContainText('77 units')
})

test('settings that are damaged are put aside, and it is said', async ({ desktop }) => {
  await expect(desktop.page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
  await desktop.end()
  await writeFile(join(desktop.profile, 'settings.json'), '{ "version": 1, "values": { "theme": "da')
  const page = await desktop.relaunch()
  await expect(page.locator('[data-part=notice]')).toContainText('settings')
  await desktop.clickMenuItem('darkTheme')
  const aside = async () => (await readdir(desktop.profile)).filter(name => name.includes('.damaged-'))
  await expect.poll(aside).toHaveLength(1)
})

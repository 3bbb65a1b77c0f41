import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import type { Page } from '@playwright/test'
import { expect, test, type Desktop } from '../fixtures/desktop'
import { Window } from '../fixtures/window'

const crash = (desktop: Desktop): Promise<void> =>
  desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  )

/** Ends the process of the first window's page; gives the page that comes in its place. */
async function pageInItsPlace(desktop: Desktop): Promise<Page> {
  const loaded = desktop.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>(done => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => done())
      })
  )
  await crash(desktop)
  await loaded
  return desktop.pageAfterCrash()
}

test('a window that dies says when its work was kept, and its details tell nothing of the person', async ({
  desktop
}) => {
  const window = new Window(desktop.page)
  await window.openExample('Iris flowers')
  await window.block('Dense 1').click()
  await window.fill('Units', '77')
  const state = window.status.locator('[data-kept]')
  await expect.poll(() => state.evaluate(({ dataset }) => dataset['kept'] === dataset['made'])).toBe(true)

  const page = await pageInItsPlace(desktop)
  await expect(page.getByRole('main')).toContainText(/kept as it was at \d\d:\d\d/)
  await page.getByRole('button', { name: 'Copy details' }).click()
  await expect(page.getByRole('status')).toHaveText('Copied')
  const details = await desktop.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(details).toMatch(/^Versions: Blockprop \d+\.\d+\.\d+, Electron \d+/m)
  expect(details).toContain('Settings: theme ')
  expect(details).toContain('the process of a window is gone: crashed')
  for (const secret of [homedir(), desktop.profile, 'iris']) expect(details).not.toContain(secret)

  await page.getByRole('button', { name: 'Restart' }).click()
  await expect(new Window(page).block('Dense 1')).toContainText('77 units')
  desktop.complaints.length = 0
})

test('a window that had nothing to lose says so', async ({ desktop }) => {
  await expect(desktop.page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
  const page = await pageInItsPlace(desktop)
  await expect(page.getByRole('main')).toContainText('Nothing was left to save')
  desktop.complaints.length = 0
})

test('one that dies again and again is asked about, and no page comes by itself', async ({ desktop }) => {
  const asked = await desktop.answerDialog('showMessageBox', { response: 1, checkboxChecked: false })
  // Without windows it would quit, and could no longer be asked what it did.
  await desktop.app.evaluate(({ app }) => {
    app.on('before-quit', event => event.preventDefault())
  })
  await expect(desktop.page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
  for (let i = 0; i < 2; i++)
    await expect((await pageInItsPlace(desktop)).getByRole('button', { name: 'Restart' })).toBeVisible()
  await crash(desktop)
  await expect.poll(asked).toMatchObject([{ message: 'Blockprop has stopped several times in a row' }])
  await expect
    .poll(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(0)
  desktop.complaints.length = 0
})

test('an error in a window is in the log, without the person’s work in it', async ({ desktop }) => {
  const window = new Window(desktop.page)
  await window.openExample('Iris flowers')
  await desktop.page.evaluate(() =>
    reportError(new TypeError('no such layer in iris-mlp, /home/anna/private.txt'))
  )
  const log = await desktop.app.evaluate(({ app }) => app.getPath('logs'))
  await expect
    .poll(() => readFile(`${log}/main.log`, 'utf8'))
    .toMatch(/\[error\] no such layer in <…>, <…>: TypeError: no such layer in <…>, <…>\n/)
  desktop.complaints.length = 0
})

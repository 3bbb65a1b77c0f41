import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures/app'
import { Window, withoutPickers } from '../fixtures/window'

test.beforeEach(({ page }) => withoutPickers(page))

test('a broken file is refused with the reason, and what was open stays', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  await window.block('Dense 1').click()
  await window.fill('Units', '77')
  const broken = [
    ['half.blockprop', '{"format": "blockprop", "version": 1, "id": "doc-', 'half.blockprop was not opened'],
    ['notes.txt', 'dear diary', 'notes.txt was not opened'],
    ['empty.blockprop', '', 'This file is empty'],
    ['future.blockprop', '{"format": "blockprop", "version": 99}', 'made by a newer Blockprop']
  ] as const
  for (const [name, text, words] of broken) {
    await window.openFile(name, text)
    const alert = app.getByRole('alert')
    await expect(alert).toContainText(words)
    await expect(alert).toContainText('What you had open is as it was')
    await alert.getByRole('button', { name: 'Dismiss' }).click()
    await expect(window.block('Dense 1')).toContainText('77 units')
  }
  await expect(window.toolbar).toContainText('edited')
  await window.page.keyboard.press('Control+z')
  await expect(window.block('Dense 1')).toContainText('512 units')
})

test('a network is saved, changed, and opened again as it was saved', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  await window.block('Dense 2').click()
  await window.fill('Units', '99')
  await window.fill('Name', 'Middle "quoted" 层')
  const download = app.waitForEvent('download')
  await app.keyboard.press('Control+s')
  const file = await download
  expect(file.suggestedFilename()).toBe('digits-mlp.blockprop')
  const bytes = await readFile(await file.path())
  await expect(window.toolbar).not.toContainText('edited')
  await expect(window.status).toContainText('Saved: digits-mlp.blockprop')

  await window.fill('Units', '5')
  await expect(window.toolbar).toContainText('edited')
  await app.keyboard.press('Control+z')
  await expect(window.toolbar).not.toContainText('edited')

  await window.add('Dropout')
  await window.openFile('again.blockprop', bytes)
  await expect(window.blocks()).toHaveCount(6)
  await expect(window.block('Middle "quoted" 层')).toContainText('99 units')
  await expect(window.status).toContainText('Saved: again.blockprop')
})

test('a trained network is still trained after save and reopen', async ({ app }) => {
  test.setTimeout(60_000)
  const window = new Window(app)
  await window.openExample('Recognise digits')
  await window.fill('Epochs', '1')
  await window.train()
  await window.testScore(40_000)
  const download = app.waitForEvent('download')
  await app.keyboard.press('Control+s')
  const bytes = await readFile(await (await download).path())
  await expect(window.status).toContainText('Saved: digits-mlp.blockprop')

  await app.reload()
  await window.openFile('trained.blockprop', bytes)
  await expect(window.status).toContainText('Trained')
  await expect(window.status).toContainText('Saved: trained.blockprop')
  await window.show('Try')
  const pad = app.getByRole('img', { name: 'Pad to draw a digit on' })
  await drawOne(app, pad)
  const bars = app.getByRole('region', { name: 'Probabilities' })
  await expect(bars.locator('[data-best=true]')).toContainText('1')

  await window.show('Train')
  await expect(app.getByText('It is trained already')).toBeVisible()
  await window.block('Dense 1').click()
  await window.fill('Units', '77')
  await expect(app.getByText('The network has changed since this run')).toBeVisible()
})

async function drawOne(page: Page, pad: Locator): Promise<void> {
  const place = await pad.boundingBox()
  if (!place) throw new Error('the pad has no place on the screen')
  const x = place.x + place.width / 2
  await page.mouse.move(x, place.y + place.height * 0.15)
  await page.mouse.down()
  await page.mouse.move(x, place.y + place.height * 0.85, { steps: 10 })
  await page.mouse.up()
}

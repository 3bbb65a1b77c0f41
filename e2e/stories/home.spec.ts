import type { Page } from '@playwright/test'
import { withoutFlatten } from '../fixtures/documents'
import { expect, test } from '../fixtures/app'
import { chooses, deletesFile, withPickers } from '../fixtures/pickers'
import { Window, withoutPickers } from '../fixtures/window'

const start = 'Start here: it trains in under a minute'
const train = 'Press Train and watch the loss fall'
const tryIt = 'It has learned: open Try and ask it'

test('hints lead from the first start to an answer, and never come again', async ({ app }) => {
  const window = new Window(app)
  await expect(app.getByText(start)).toBeVisible()
  await window.openExample('Iris flowers')
  await expect(app.getByText(train)).toBeVisible()
  await window.train()
  await expect(app.getByText(train)).toBeHidden()
  await expect(app.getByText(tryIt)).toBeVisible({ timeout: 40_000 })
  await window.show('Try')
  await expect(app.getByText(tryIt)).toBeHidden()
  await app.reload()
  await expect(app.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
  await expect(app.locator('[data-hint]')).toHaveCount(0)
})

test('a hint that is put away takes the others with it, and what it stood beside has the focus', async ({
  app
}) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  await app.getByRole('button', { name: 'Hide hints' }).click()
  await expect(app.getByText(train)).toBeHidden()
  await expect(window.toolbar.getByRole('button', { name: 'Train', exact: true })).toBeFocused()
  await app.reload()
  await expect(app.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
  await expect(app.locator('[data-hint]')).toHaveCount(0)
})

test('the start screen by keyboard alone', async ({ app }) => {
  await expect(app.getByRole('heading', { level: 1, name: 'What shall it learn?' })).toBeVisible()
  await expect(app.getByRole('main')).toHaveCount(1)
  await expect(app.getByText(start)).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(app.getByText(start)).toBeHidden()

  const card = (name: string) => app.getByRole('button', { name, exact: true })
  await app.getByRole('button', { name: /^Open a file/ }).focus()
  await app.keyboard.press('Tab')
  await expect(card('Recognise digits')).toBeFocused()
  await expect(card('Recognise digits')).toHaveAccessibleDescription(/handwritten digits/)
  await app.keyboard.press('ArrowRight')
  await expect(card('Digits with convolutions')).toBeFocused()
  await app.keyboard.press('End')
  await app.keyboard.press('ArrowUp')
  await app.keyboard.press('Home')
  await expect(card('Recognise digits')).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(new Window(app).blocks()).toHaveCount(6)
})

test.describe('recent files', () => {
  test.beforeEach(({ page }) => withPickers(page))

  const recent = (page: Page) => page.getByRole('region', { name: 'Recent files' })
  const goHome = (page: Page) => page.getByRole('button', { name: 'Start screen' }).click()

  test('what was saved is a recent file, in the next window too, until it is removed', async ({ app }) => {
    const window = new Window(app)
    await expect(app.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
    await expect(recent(app)).toBeHidden()
    await window.openExample('Iris flowers')
    await goHome(app)
    await expect(recent(app)).toBeHidden()
    await app.getByRole('button', { name: 'Back to iris-mlp' }).click()
    await window.block('Dense 1').click()
    await window.fill('Units', '77')
    await app.keyboard.press('Control+s')
    await expect(window.status).toContainText('Saved: iris-mlp.blockprop')

    await app.reload()
    await recent(app)
      .getByRole('button', { name: /^iris-mlp/ })
      .click()
    await expect(window.block('Dense 1')).toContainText('77 units')
    await expect(window.status).toContainText('Saved: iris-mlp.blockprop')

    await goHome(app)
    await recent(app).getByRole('button', { name: 'Remove iris-mlp from the list' }).click()
    await expect(recent(app)).toBeHidden()
    await app.reload()
    await expect(app.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
    await expect(recent(app)).toBeHidden()
  })

  test('a file that is gone is told so; one that was opened stands first', async ({ app }) => {
    const window = new Window(app)
    await window.openExample('Iris flowers')
    await app.keyboard.press('Control+s')
    await expect(window.status).toContainText('Saved: iris-mlp.blockprop')
    await goHome(app)
    await window.openExample('Recognise digits')
    await app.keyboard.press('Control+s')
    await expect(window.status).toContainText('Saved: digits-mlp.blockprop')
    await chooses(app, 'iris-mlp.blockprop')
    await app.keyboard.press('Control+o')
    await expect(window.block('Measurements')).toBeVisible()
    await goHome(app)
    await expect(recent(app).getByRole('listitem')).toContainText(['iris-mlp', 'digits-mlp'])

    await deletesFile(app, 'digits-mlp.blockprop')
    await recent(app)
      .getByRole('button', { name: /^digits-mlp/ })
      .click()
    const alert = app.getByRole('alert')
    await expect(alert).toContainText('digits-mlp.blockprop was not opened')
    await expect(alert).toContainText('no longer where it was')
    await alert.getByRole('button', { name: 'Remove from the list' }).click()
    await expect(recent(app).getByRole('listitem')).toHaveCount(1)
  })
})

test('where the browser can open nothing again, no recent files are offered', async ({ page }) => {
  await withoutPickers(page)
  await page.goto('/')
  const window = new Window(page)
  await window.openExample('Iris flowers')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  await download
  await expect(window.status).toContainText('Saved: iris-mlp.blockprop')
  await page.getByRole('button', { name: 'Start screen' }).click()
  await expect(page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
  await expect(page.getByText('Recent files')).toBeHidden()
})

test('a file held over the window is told where to go, and opens where it falls', async ({ app }) => {
  const window = new Window(app)
  const words = app.getByText('Drop to open')
  for (const place of ['home', 'editor'] as const) {
    const file = await app.evaluateHandle(text => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'dropped.blockprop'))
      return transfer
    }, new TextDecoder().decode(withoutFlatten()))
    const target = app.getByRole('main')
    await target.dispatchEvent('dragover', { dataTransfer: file })
    await expect(words).toBeVisible()
    await target.dispatchEvent('dragleave', { dataTransfer: file })
    await expect(words).toBeHidden()
    await target.dispatchEvent('dragover', { dataTransfer: file })
    await target.dispatchEvent('drop', { dataTransfer: file })
    await expect(words).toBeHidden()
    await expect(window.block('Conv')).toBeVisible()
    await expect(window.status).toContainText('Saved: dropped.blockprop')
    if (place === 'home') await window.add('Dropout')
  }
  await expect(window.blocks()).toHaveCount(5)
})

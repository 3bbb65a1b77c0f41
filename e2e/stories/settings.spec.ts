import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/app'
import { withPickers } from '../fixtures/pickers'
import { Window, withoutPickers } from '../fixtures/window'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Settings' })
const theme = (page: Page, name: string) => dialog(page).getByRole('radio', { name })
const stored = (page: Page, key: string) => page.evaluate(id => localStorage.getItem(`blockprop.${id}`), key)
/** Also behind the dialog, which hides it from screen readers. */
const status = (page: Page) => page.getByRole('contentinfo', { name: 'Status', includeHidden: true })

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+,')
  await expect(dialog(page).locator(':focus')).toBeVisible()
}

test('settings are opened, made and closed by keyboard alone, and hold when the page comes anew', async ({
  app
}) => {
  const window = new Window(app)
  const html = app.locator('html')
  await window.openExample('Recognise digits')
  await expect(status(app)).toContainText('2.14 MB')
  await openSettings(app)
  await expect(theme(app, 'As the system')).toBeFocused()
  await app.keyboard.press('ArrowRight')
  await app.keyboard.press('ArrowRight')
  await expect(theme(app, 'Dark')).toBeFocused()
  await expect(theme(app, 'Dark')).toBeChecked()
  await expect(html).toHaveAttribute('data-theme', 'dark')

  await window.tabTo(dialog(app).getByRole('button', { name: 'MB', exact: true }))
  await app.keyboard.press('ArrowRight')
  await app.keyboard.press('Enter')
  await expect(status(app)).toContainText('2.04 MiB')

  await window.tabTo(dialog(app).getByRole('combobox', { name: 'Engine' }))
  await app.keyboard.press('Enter')
  await expect(app.getByRole('option', { name: 'Best there is' })).toBeFocused()
  await app.keyboard.press('End')
  await expect(app.getByRole('option', { name: 'Plain JavaScript' })).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(dialog(app).getByRole('combobox', { name: 'Engine' })).toHaveText('Plain JavaScript')
  await app.keyboard.press('Control+,')
  await expect(dialog(app)).toBeHidden()

  await app.reload()
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await window.openExample('Iris flowers')
  await openSettings(app)
  await expect(theme(app, 'Dark')).toBeFocused()
  await expect(dialog(app).getByRole('button', { name: 'MiB' })).toHaveAttribute('aria-pressed', 'true')
  await app.keyboard.press('Escape')
  await expect(dialog(app)).toBeHidden()
  await window.train()
  await expect(window.status).toContainText('JavaScript')
})

test('the engine is one choice, made in the Train tab or in the settings', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Iris flowers')
  await app.getByRole('button', { name: 'More' }).click()
  await window.choose('Engine', 'WebAssembly')
  await openSettings(app)
  const engine = dialog(app).getByRole('combobox', { name: 'Engine' })
  await expect(engine).toHaveText('WebAssembly')
  await expect(engine).toHaveAccessibleDescription(/next training/)
  await engine.click()
  await app.getByRole('option', { name: 'Best there is' }).click()
  await app.keyboard.press('Escape')
  await expect(dialog(app)).toBeHidden()
  await expect(app.getByRole('combobox', { name: 'Engine' })).toHaveText('Best there is')
})

test('a damaged setting is as if it had never been made, and the others hold', async ({ page }) => {
  await page.addInitScript(() => {
    for (const [key, value] of Object.entries({
      theme: '{"dark":true}',
      units: 'binary',
      backend: 'cuda',
      autosave: '',
      layout: '{"palette":',
      toString: 'x'
    }))
      localStorage.setItem(`blockprop.${key}`, value)
  })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  await expect(page.locator('#root')).not.toBeEmpty()
  await openSettings(page)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(theme(page, 'As the system')).toBeChecked()
  await expect(dialog(page).getByRole('button', { name: 'MiB' })).toHaveAttribute('aria-pressed', 'true')
  await expect(dialog(page).getByRole('combobox', { name: 'Engine' })).toHaveText('Best there is')
  await theme(page, 'Dark').click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('two windows follow each other', async ({ app, context, complaints }) => {
  const other = await context.newPage()
  other.on('pageerror', error => complaints.push(error.message))
  await other.goto('/')
  await other.getByRole('button', { name: 'Recognise digits' }).click()
  await expect(status(other)).toContainText('2.14 MB')
  await openSettings(other)

  await openSettings(app)
  await theme(app, 'Dark').click()
  await dialog(app).getByRole('button', { name: 'MiB' }).click()
  await expect(theme(other, 'Dark')).toBeChecked()
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(status(other)).toContainText('2.04 MiB')

  await theme(other, 'Light').click()
  await expect(theme(app, 'Light')).toBeChecked()
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('all is set back at once, and that can be undone', async ({ page }) => {
  await withPickers(page)
  await page.goto('/')
  await expect(page.locator('#root')).not.toBeEmpty()
  await openSettings(page)
  const reset = dialog(page).getByRole('button', { name: 'Reset to defaults' })
  await expect(reset).toBeDisabled()
  await theme(page, 'Dark').click()
  const autosave = dialog(page).getByRole('switch', { name: 'Save by itself' })
  await autosave.click()
  await expect(autosave).toBeChecked()

  await reset.click()
  await expect(theme(page, 'As the system')).toBeChecked()
  await expect(autosave).not.toBeChecked()
  expect([await stored(page, 'theme'), await stored(page, 'autosave')]).toEqual(['system', 'off'])
  await dialog(page).getByRole('button', { name: 'Undo the reset' }).click()
  await expect(theme(page, 'Dark')).toBeChecked()
  await expect(autosave).toBeChecked()
  expect([await stored(page, 'theme'), await stored(page, 'autosave')]).toEqual(['dark', 'on'])
})

test('what is not so here is said, and what can’t be chosen here is not offered', async ({ page }) => {
  await withoutPickers(page)
  await page.goto('/')
  await page.getByRole('button', { name: /^Settings/ }).click()
  await expect(dialog(page)).toContainText('Nothing is sent')
  await expect(dialog(page)).toContainText('What it lacks')
  await expect(dialog(page)).toContainText('Every change is kept')
  for (const absent of ['Graphics card', 'Check for updates', 'Save by itself'])
    await expect(dialog(page).getByText(absent)).toHaveCount(0)
})

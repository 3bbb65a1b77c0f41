import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/app'
import { Window } from '../fixtures/window'

test('a dataset is chosen, its samples are looked at, and its split is changed', async ({ app }) => {
  const window = new Window(app)
  await window.openEmpty()
  await app.getByRole('tab', { name: 'Data' }).click()
  const panel = app.getByRole('tabpanel', { name: 'Data' })
  await panel.getByRole('button', { name: /^Iris flowers/ }).click()

  const fields = panel.getByRole('region', { name: 'Fields' })
  await expect(fields).toContainText('No Input takes it yet.')
  await fields.getByRole('button', { name: 'Add an Input' }).click()
  await expect(window.block('Input')).toContainText('measurements')
  await expect(fields.getByRole('button', { name: 'Show “Input” on the canvas' })).toBeVisible()
  await window.fill('Shape', '3')
  await expect(fields).toContainText('“Input” says 3, but a sample of Measurements is 4.')
  await fields.getByRole('button', { name: 'Set shape to 4' }).click()
  await expect(fields).not.toContainText('“Input” says 3')

  const samples = panel.getByRole('region', { name: 'Samples' })
  const tiles = samples.getByRole('group', { name: 'Samples' }).getByRole('button')
  await panel.getByRole('button', { name: /^virginica: 50 samples; training 30/ }).click()
  await expect(samples).toContainText('30 of 90 samples')
  await expect(tiles).toHaveText(Array.from({ length: 30 }, () => /virginica$/))
  await samples.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(tiles).toHaveCount(10)
  await tiles.nth(3).click()
  const closer = samples.getByRole('region', { name: 'A closer look' })
  await expect(closer).toContainText('petal width (cm)')
  await expect(closer).toContainText('Species virginica')

  const split = panel.getByRole('region', { name: 'Split' })
  const training = split.getByRole('textbox', { name: 'Training' })
  await expect(split.getByRole('button', { name: 'Reset' })).toBeDisabled()
  await training.fill('100')
  await expect(split.getByRole('alert')).toHaveText(
    'Iris flowers has 150 samples, but 100 + 30 + 30 = 160 are asked for: 10 too many.'
  )
  await training.blur()
  await expect(training).toHaveValue('90')
  await window.fill('Validation', '20')
  await window.fill('Training', '100')
  await expect(split.getByRole('img')).toHaveAccessibleName('Training 100, validation 20, test 30')
  await samples.getByRole('button', { name: 'Training', exact: true }).click()
  await expect(samples).toContainText(/3[34] of 100 samples/)

  await undo(window, 'Undo change the split')
  await expect(training).toHaveValue('90')
  await undo(window, 'Undo change the split')
  await expect(split.getByRole('img')).toHaveAccessibleName('Training 90, validation 30, test 30')
})

test('batch and epochs come with the dataset, unless they were set, and go with it', async ({ app }) => {
  const window = new Window(app)
  await window.openEmpty()
  const value = (label: string) => app.getByRole('textbox', { name: label, exact: true })
  await window.fill('Epochs', '7')
  await window.choose('Data', 'Iris flowers')
  await expect(value('Batch')).toHaveValue('16')
  await expect(value('Epochs')).toHaveValue('7')
  await undo(window, 'Undo change the data')
  await expect(value('Batch')).toHaveValue('32')
  await undo(window, 'Undo change the epochs')
  await window.choose('Data', 'Iris flowers')
  await expect(value('Epochs')).toHaveValue('60')
})

test('points in the plane are walked by arrow keys, and the split is changed without a mouse', async ({
  app
}) => {
  const window = new Window(app)
  await app.getByRole('button', { name: 'Empty canvas' }).press('Enter')
  await app.keyboard.press('Alt+2')
  const panel = app.getByRole('tabpanel', { name: 'Data' })
  await tabTo(app, /^button Two spirals/)
  await app.keyboard.press('Enter')

  const plot = panel.getByRole('group', { name: /^x and y of each sample/ })
  await expect(plot).toBeVisible()
  await tabTo(app, /^div x and y of each sample/)
  const heard = plot.locator('[aria-live]')
  await app.keyboard.press('ArrowRight')
  await expect(heard).toHaveText(/^(first|second) arm: -?\d\.\d{3}, -?\d\.\d{3}$/)
  const before = await heard.textContent()
  await app.keyboard.press('ArrowDown')
  await expect(heard).not.toHaveText(before ?? '')

  await tabTo(app, /^input Training$/, 'Shift+Tab')
  await app.keyboard.press('ArrowDown')
  await expect(panel.getByRole('region', { name: 'Split' })).toContainText('1 not used')
  await app.keyboard.press('Enter')
  await expect(panel.getByRole('region', { name: 'Samples' })).toContainText('699 samples')
  await app.keyboard.press('Control+z')
  await expect(panel.getByRole('region', { name: 'Samples' })).toContainText('700 samples')
  await app.keyboard.press('Control+z')
  await expect(panel).toContainText('Choose the data to learn from')
  await expect(window.status).toContainText('1 problem')
})

/** Its keys stand behind its name. */
async function undo(window: Window, name: string): Promise<void> {
  await window.toolbar.getByRole('button', { name }).click()
}

/** Goes on with the Tab key, as a person does, until the focus is where they want it. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press(key)
    const label = await page.evaluate(() => {
      const element = document.activeElement
      const name = element?.getAttribute('aria-label') ?? element?.textContent ?? ''
      return `${element?.tagName.toLowerCase() ?? ''} ${name}`
    })
    if (name.test(label)) return
  }
  throw new Error(`the focus never came to ${String(name)}`)
}

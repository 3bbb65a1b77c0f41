import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures/app'
import { Window } from '../fixtures/window'

test('by mouse: fields with steps, reset and help, the formula, the lines of code', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Digits with convolutions')
  await window.block('Conv 1').click()
  const filters = window.inspector.getByRole('textbox', { name: 'Filters' })
  await window.inspector.getByRole('button', { name: 'More Filters' }).click()
  await window.inspector.getByRole('button', { name: 'More Filters' }).click({ modifiers: ['Shift'] })
  await expect(filters).toHaveValue('27')
  await expect(window.block('Conv 1')).toContainText('27 · 3 × 3 · ReLU')
  await window.inspector.getByRole('button', { name: 'Reset Filters to its default' }).click()
  await expect(filters).toHaveValue('32')
  await window.inspector.getByText('Kernel', { exact: true }).hover()
  await expect(app.getByText('From 1 to 1,024 pixels; 3 × 3 unless told.').last()).toBeVisible()

  await expect(window.inspector).toContainText('3 × 3 × 1 × 32 weights + 32 biases = 320')
  await expect(
    window.inspector.getByRole('math', { name: 'y is f of x convolved with W, plus b' })
  ).toBeVisible()
  await expect(window.inspector.getByRole('math', { name: 'f of x is the larger of 0 and x' })).toBeVisible()

  const lines = window.inspector.getByRole('region', { name: 'Lines of this block' })
  await expect(lines).toContainText('layers.Conv2D(32, 3, activation="relu"')
  await window.choose('Activation', 'Tanh')
  await expect(lines).toContainText('layers.Conv2D(32, 3, activation="tanh"')
  await window.inspector.getByRole('button', { name: 'PyTorch' }).click()
  await expect(lines).toContainText('nn.Conv2d(1, 32, kernel_size=3)')
  await window.inspector.getByRole('button', { name: 'Show in code' }).click()
  await expect(app.getByRole('tab', { name: 'Code', exact: true })).toHaveAttribute('aria-selected', 'true')
  await expect(app.locator('.cm-line', { hasText: '32' }).first()).toBeVisible()
})

test('by mouse: several blocks are changed at once, and an edge says what travels along it', async ({
  app
}) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  await window.block('Dense 1').click()
  await window.block('Dense 2').click({ modifiers: ['Control'] })
  await expect(window.inspector).toContainText('2 blocks selected')
  const units = window.inspector.getByRole('textbox', { name: 'Units' })
  await expect(units).toHaveAttribute('placeholder', 'Mixed')
  await window.fill('Units', '64')
  await expect(window.block('Dense 1')).toContainText('64 units')
  await expect(window.block('Dense 2')).toContainText('64 units')
  await window.toolbar.getByRole('button', { name: 'Undo change units of 2 Dense' }).click()
  await expect(window.block('Dense 1')).toContainText('512 units')
  await expect(window.block('Dense 2')).toContainText('256 units')

  await window.block('Flatten').click({ modifiers: ['Control'] })
  await expect(window.inspector).toContainText('3 blocks selected')
  await expect(window.inspector).toContainText('of different kinds')

  await window.edges().first().click({ force: true })
  await expect(window.inspector.getByRole('heading', { name: 'Edge' })).toBeVisible()
  await expect(window.inspector).toContainText('28 × 28 × 1')
  await expect(window.inspector).toContainText('784 numbers for each sample')
  await expect(window.inspector.getByRole('button', { name: 'Image' })).toBeVisible()
  await window.inspector.getByRole('button', { name: 'Delete' }).click()
  await expect(window.edges()).toHaveCount(4)
})

test('by keyboard: a block is found by its task, added, set, explained and reset', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  await app.keyboard.press('/')
  await app.keyboard.type('image')
  const items = window.palette.getByRole('button')
  await expect(items.first()).toHaveText('Conv2Dimage')
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('ArrowDown')
  await expect(items.nth(1)).toBeFocused()
  await app.keyboard.press('ArrowUp')
  await app.keyboard.press('ArrowUp')
  await expect(window.palette.getByRole('searchbox')).toBeFocused()
  await app.keyboard.press('Control+a')
  await app.keyboard.type('overfiting')
  await expect(items.first()).toHaveText('Dropoutoverfitting')
  await app.keyboard.press('Enter')
  await expect(window.block('Dropout')).toBeFocused()

  const rate = window.inspector.getByRole('textbox', { name: 'Rate' })
  await app.keyboard.press('F6')
  await tabTo(app, rate)
  await expect(rate).toHaveAccessibleDescription(/The share that is set to 0.* From 0 to 0.99 of all numbers/)
  await expect(app.getByText('0.5 unless told.').last()).toBeVisible()
  await app.keyboard.press('ArrowUp')
  await expect(rate).toHaveValue('0.55')
  await app.keyboard.press('Shift+ArrowDown')
  await expect(rate).toHaveValue('0.05')
  await expect(window.block('Dropout')).toContainText('5 %')
  await app.keyboard.press('Shift+Tab')
  await expect(window.inspector.getByRole('button', { name: 'Reset Rate to its default' })).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(rate).toHaveValue('0.5')
})

async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let i = 0; i < 30; i++) {
    if (await element.evaluate(node => node === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(element).toBeFocused()
}

import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/desktop'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Settings' })

async function openSettings(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
  await page.keyboard.press('Control+,')
  await expect(dialog(page).locator(':focus')).toBeVisible()
}

test('windows follow each other, and so do menus and dialogs of the system', async ({ desktop }) => {
  await openSettings(desktop.page)
  const second = await desktop.opened(() => desktop.clickMenuItem('newWindow'))
  await openSettings(second)
  await dialog(second).getByRole('radio', { name: 'Dark' }).click()
  await expect(desktop.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(dialog(desktop.page).getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect.poll(() => desktop.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
})

test('the graphics card is chosen here, and a restart is offered that the choice needs', async ({
  desktop
}) => {
  await openSettings(desktop.page)
  await expect(dialog(desktop.page)).not.toContainText('What it lacks')
  const restart = dialog(desktop.page).getByRole('button', { name: 'Restart now' })
  await expect(restart).toBeHidden()
  await dialog(desktop.page).getByRole('combobox', { name: 'Graphics card' }).click()
  await desktop.page.getByRole('option', { name: 'None' }).click()
  await expect(restart).toBeVisible()

  await desktop.quit()
  const page = await desktop.relaunch()
  await openSettings(page)
  await expect(dialog(page).getByRole('combobox', { name: 'Graphics card' })).toHaveText('None')
  await expect(dialog(page).getByRole('button', { name: 'Restart now' })).toBeHidden()
})

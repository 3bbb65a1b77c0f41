import { expect, test } from '../fixtures/app'
import { Window } from '../fixtures/window'

test('runs are named, compared, told apart by what changed, restored and deleted', async ({ app }) => {
  test.setTimeout(90_000)
  const window = new Window(app)
  await window.openExample('Iris flowers')
  await window.show('Runs')
  await expect(app.getByRole('heading', { name: 'No runs yet' })).toBeVisible()
  await window.train()
  await window.testScore(40_000)
  await window.block('Dense 1').click()
  await window.fill('Units', '3')
  await window.train()
  await window.show('Runs')
  const table = app.getByRole('table')
  await expect(table.getByRole('row')).toHaveCount(3, { timeout: 40_000 })
  const second = table.getByRole('row').nth(1)
  await expect(second).toContainText('Units 16 → 3')
  await expect(app.getByRole('checkbox', { name: /in the plots/, checked: true })).toHaveCount(2)

  await app.getByRole('textbox', { name: 'Name of Run 2' }).fill('narrow')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('region', { name: 'Curves of the chosen runs' })).toContainText('narrow')

  await app.getByRole('button', { name: 'Restore Run 1' }).click()
  await expect(window.block('Dense 1')).toContainText('16 units')
  await app.keyboard.press('Control+z')
  await expect(window.block('Dense 1')).toContainText('3 units')

  await app.getByRole('button', { name: 'Delete narrow' }).press('Enter')
  await expect(table.getByRole('row')).toHaveCount(2)
  await app.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(table.getByRole('row')).toHaveCount(3)
})

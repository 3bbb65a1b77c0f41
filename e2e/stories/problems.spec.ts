import { expect, test } from '../fixtures/app'
import { withHints, withoutFlatten } from '../fixtures/documents'
import { Window, withoutPickers } from '../fixtures/window'

test('by mouse: a problem says why, and what is safe is mended at once', async ({ app, page }) => {
  await withoutPickers(page)
  await app.reload()
  const window = new Window(app)
  await window.openFile('digits-cnn.blockprop', withoutFlatten())
  await window.canvas.getByRole('button', { name: 'Why?' }).click()
  await expect(window.canvas.getByText('one score for each class')).toBeVisible()
  await window.canvas.getByRole('button', { name: 'Why?' }).click()
  await expect(window.canvas.getByText('one score for each class')).toBeHidden()

  await window.openFile('digits-hints.blockprop', withHints())
  await window.toolbar.getByRole('button', { name: '2 hints' }).click()
  const list = app.getByRole('dialog')
  await list.getByRole('button', { name: 'Why?' }).first().click()
  await expect(list.getByText('Softmax makes scores into probabilities')).toBeVisible()
  await list.getByRole('button', { name: 'Fix all that is safe' }).click()
  await expect(window.block('Hidden')).toContainText('32 units · ReLU')
  await expect(window.block('Scores')).toContainText('10 units · Softmax')
  await window.toolbar.getByRole('button', { name: 'Undo fix 2 problems' }).click()
  await expect(window.toolbar.getByRole('button', { name: '2 hints' })).toBeVisible()
})

test('by keyboard: a hint is found, asked why, taken up and undone', async ({ app, page }) => {
  await withoutPickers(page)
  await app.reload()
  const window = new Window(app)
  await window.openFile('digits-hints.blockprop', withHints())
  await expect(window.block('Hidden')).toBeVisible()
  const words = window.canvas.getByText('“Hidden” has no activation')
  await expect(words).toBeHidden()
  await app.keyboard.press('F8')
  await app.keyboard.press('F8')
  await expect(words).toBeVisible()

  const why = window.inspector.getByRole('button', { name: 'Why?' })
  await app.keyboard.press('F6')
  await window.tabTo(why)
  await app.keyboard.press('Enter')
  await expect(why).toHaveAttribute('aria-expanded', 'true')
  await expect(window.inspector.getByText('ReLU between them makes a bend')).toBeVisible()

  await app.keyboard.press('Control+.')
  await expect(window.block('Hidden')).toContainText('32 units · ReLU')
  await expect(words).toBeHidden()
  await app.keyboard.press('Control+z')
  await expect(words).toBeVisible()
})

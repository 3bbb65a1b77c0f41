import { expect, test } from '../fixtures/app'
import { Window } from '../fixtures/window'

test('undo and redo name what they do, and a drag or a word typed is one step', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  const undo = window.toolbar.getByRole('button', { name: /^Undo/ })
  const redo = window.toolbar.getByRole('button', { name: /^Redo/ })
  await expect(undo).toBeDisabled()

  const flatten = window.block('Flatten')
  const before = await flatten.boundingBox()
  if (!before) throw new Error('the block has no place on the screen')
  await app.mouse.move(before.x + 40, before.y + 20)
  await app.mouse.down()
  await app.mouse.move(before.x + 70, before.y + 90, { steps: 12 })
  await app.mouse.up()
  await expect(undo).toHaveAccessibleName(/^Undo move “Flatten”/)
  const moved = await flatten.boundingBox()
  expect(moved?.y).toBeGreaterThan(before.y + 40)
  await undo.click()
  await expect.poll(async () => (await flatten.boundingBox())?.y).toBeCloseTo(before.y, 0)
  await expect(undo).toBeDisabled()
  await redo.click()
  await expect.poll(async () => (await flatten.boundingBox())?.y).toBeCloseTo(moved?.y ?? 0, 0)

  await window.block('Dense 1').click()
  await window.page.getByRole('textbox', { name: 'Units' }).fill('')
  await window.page.getByRole('textbox', { name: 'Units' }).pressSequentially('128')
  await window.page.getByRole('textbox', { name: 'Units' }).press('Enter')
  await expect(window.block('Dense 1')).toContainText('128 units')
  await undo.click()
  await expect(window.block('Dense 1')).toContainText('512 units')

  await window.block('Dense 2').click()
  await app.keyboard.press('Delete')
  await expect(window.blocks()).toHaveCount(5)
  await expect(window.edges()).toHaveCount(3)
  await expect(undo).toHaveAccessibleName(/^Undo delete "Dense 2"/)
  await app.keyboard.press('Control+z')
  await expect(window.blocks()).toHaveCount(6)
  await expect(window.edges()).toHaveCount(5)
  await app.keyboard.press('Control+Shift+z')
  await expect(window.blocks()).toHaveCount(5)
})

test('the palette is searched by key, and a parameter out of range is told with its fix', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  await app.keyboard.press('/')
  await app.keyboard.type('fully')
  await expect(window.palette.getByRole('button')).toHaveText(['Densefully connected'])
  await app.keyboard.press('Escape')

  await window.block('Dense 1').click()
  await window.fill('Units', '-3')
  await expect(window.inspector).toContainText('Units must be a whole number from 1 to')
  await window.inspector.getByRole('button', { name: 'Set units to 1' }).click()
  await expect(window.block('Dense 1')).toContainText('1 unit · ReLU')
  await window.fill('Units', 'many')
  await expect(window.block('Dense 1')).toContainText('1 unit · ReLU')
  await expect(window.status).toContainText('parameters')
})

test('training settings that cannot work are refused in words before anything starts', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  const cases = [
    ['Learning rate', '0', 'Learning rate must be a number above 0'],
    ['Learning rate', '-1', 'Learning rate must be a number above 0'],
    ['Learning rate', '1e9', 'Learning rate must be a number above 0'],
    ['Batch', '8000', 'there are 7000 samples to learn from'],
    ['Batch', '0', 'choose 1 to 7000']
  ] as const
  for (const [field, value, words] of cases) {
    await window.fill(field, value)
    await window.train()
    await expect(app.getByRole('dialog')).toContainText(words)
    await app.keyboard.press('Escape')
    await expect(app.getByRole('dialog')).toBeHidden()
    await app.keyboard.press('Control+z')
  }
  await expect(window.status).toContainText('Ready')
})

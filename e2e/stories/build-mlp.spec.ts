import { expect, test } from '../fixtures/app'
import { Window } from '../fixtures/window'

test('the MLP is built from an empty canvas, the Flatten mistake is mended, and it trains', async ({
  app
}) => {
  test.setTimeout(120_000)
  const window = new Window(app)
  await window.openEmpty()
  await expect(window.canvas).toContainText('An empty canvas')

  await window.add('Input')
  await window.add('Dense')
  await window.fill('Units', '32')
  await window.choose('Activation', 'ReLU')
  await window.drag('Dense', 600, 420)
  await window.fill('Units', '10')
  await window.choose('Activation', 'Softmax')
  await expect(window.blocks()).toHaveCount(3)
  await expect(window.edges()).toHaveCount(1)
  await window.connect('Dense', 'Dense 2')
  await expect(window.edges()).toHaveCount(2)
  await window.add('Output')
  await expect(window.edges()).toHaveCount(3)

  await window.train()
  const list = app.getByRole('dialog')
  await expect(list).toContainText('No dataset is chosen')
  await list.getByRole('combobox', { name: 'Data' }).click()
  await app.getByRole('option', { name: 'MNIST digits' }).click()
  await app.keyboard.press('Escape')

  const words = window.canvas.getByText('expects 10 scores, but gets 28 × 28 × 10')
  await expect(words).toBeVisible()
  await window.canvas.getByRole('button', { name: 'Insert Flatten' }).click()
  await expect(words).toBeHidden()
  await expect(window.block('Flatten')).toBeVisible()
  await expect(window.block('Dense 2')).toContainText('330')

  await window.page.getByRole('button', { name: 'Undo insert Flatten' }).click()
  await expect(words).toBeVisible()
  await window.page.getByRole('button', { name: 'Redo insert Flatten' }).click()
  await expect(words).toBeHidden()

  await window.fill('Epochs', '2')
  await window.train()
  expect(await window.testScore(60_000)).toBeGreaterThan(0.8)
})

import { expect, test } from '../fixtures/app'
import { Window, withoutPickers } from '../fixtures/window'

test('a run is watched, paused, led by single steps, and stopped, by keyboard alone', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  await expect(app.getByRole('heading', { name: 'Press Train, and watch the loss fall' })).toBeVisible()
  await app.keyboard.press('Control+Enter')
  await expect.poll(() => window.loss(), { timeout: 40_000 }).toBeGreaterThan(0)

  await window.command('Pause')
  await expect(window.status).toContainText('Paused')
  const progress = app.getByRole('region', { name: 'Progress of the training' })
  const step = async (): Promise<number> =>
    Number(/Step\s*([\d,]+) of/.exec((await progress.textContent()) ?? '')?.[1]?.replaceAll(',', ''))
  const before = await step()
  expect(before).toBeGreaterThan(0)
  for (let i = 1; i <= 3; i++) {
    await window.command('One step')
    await expect.poll(step).toBe(before + i)
  }
  await window.command('Resume')
  await expect.poll(step).toBeGreaterThan(before + 3)
  await window.command('Stop')
  await expect(progress).toContainText('Stopped after')
})

test('what was learned is forgotten, and brought back', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Iris flowers')
  await window.train()
  await window.testScore(40_000)
  await window.press('Reset')
  await expect(window.status).toContainText('Ready')
  await window.page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(window.status).toContainText('Trained')
  await window.show('Try')
  await expect(window.status).toContainText('WebAssembly')
})

test('the curves are read, changed in scale, and saved as a picture and a table', async ({ app }) => {
  await withoutPickers(app)
  await app.reload()
  const window = new Window(app)
  await window.openExample('Iris flowers')
  await window.train()
  await window.testScore(40_000)

  const loss = app.getByRole('region', { name: 'Loss' })
  await loss.getByRole('group', { name: /arrow keys move along/ }).focus()
  await app.keyboard.press('ArrowLeft')
  await expect(loss).toContainText(/step [\d,]+, epoch \d+/)

  await app.getByRole('button', { name: 'Plots' }).click()
  await app.getByRole('switch', { name: 'Log scale' }).click()
  await app.getByRole('slider', { name: 'Smoothing' }).focus()
  await app.keyboard.press('End')
  const [table] = await Promise.all([
    app.waitForEvent('download'),
    app.getByRole('button', { name: 'CSV' }).click()
  ])
  expect(table.suggestedFilename()).toBe('iris-mlp-curves.csv')
  const [picture] = await Promise.all([
    app.waitForEvent('download'),
    app.getByRole('button', { name: 'PNG' }).click()
  ])
  expect(picture.suggestedFilename()).toBe('iris-mlp-loss.png')
})

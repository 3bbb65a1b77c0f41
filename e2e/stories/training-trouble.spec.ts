import { expect, test } from '../fixtures/app'
import { Window } from '../fixtures/window'

test('a loss that is no number any more is told with its block', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Iris flowers')
  await window.choose('Optimizer', 'SGD')
  await window.fill('Learning rate', '10')
  await app.getByRole('button', { name: 'More' }).click()
  await window.fill('Momentum', '0.99')
  // Nothing that could die out and keep the numbers small.
  await window.block('Dense 1').click()
  await window.choose('Activation', 'None (linear)')
  await window.fill('Epochs', '500')
  await window.train()
  const alert = app.getByRole('alert')
  await expect(alert).toContainText('The training stopped', { timeout: 40_000 })
  await expect(alert).toContainText('the loss is no longer a number: “Dense 1”')
  await expect(app.getByRole('log')).toContainText('the loss is no longer a number: “Dense 1”')
  await alert.getByRole('button', { name: /^Show / }).click()
  await expect(window.block('Dense 1')).toHaveClass(/selected/)
  await expect(window.status).toContainText('Training failed')
})

test('a run is paused, resumed and stopped', async ({ app }) => {
  const window = new Window(app)
  await window.openExample('Recognise digits')
  await window.train()
  await expect.poll(() => window.loss(), { timeout: 40_000 }).toBeGreaterThan(0)
  await window.press('Pause')
  await expect(window.status).toContainText('Paused')
  await window.press('Resume')
  await expect(window.status).toContainText('Training')
  await window.press('Stop')
  await expect(window.status).toContainText('Trained')
  await expect(app.getByRole('region', { name: 'Progress of the training' })).toContainText('Stopped after')
})

test('when the worker dies it is said so, the network is as it was, and training starts anew', async ({
  app,
  complaints
}) => {
  const window = new Window(app)
  const started = app.waitForEvent('worker')
  await window.openExample('Recognise digits')
  await window.train()
  const worker = await started
  await expect.poll(() => window.loss(), { timeout: 40_000 }).toBeGreaterThan(0)
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('the story ends this worker')
    })
  })
  const alert = app.getByRole('alert')
  await expect(alert).toContainText('ended unexpectedly')
  await expect(alert).toContainText('Your network is as it was')
  await expect(window.blocks()).toHaveCount(6)
  complaints.length = 0

  await window.train()
  await expect(alert).toBeHidden()
  await expect.poll(() => window.loss(), { timeout: 40_000 }).toBeGreaterThan(0)
  await window.press('Stop')
})

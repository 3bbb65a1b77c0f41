import { expect, test } from '../fixtures/app'
import { Window } from '../fixtures/window'

test('a beginner sees the loss fall, a drawn digit recognised, and takes the code', async ({
  app,
  context
}) => {
  test.setTimeout(180_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const window = new Window(app)
  await app.evaluate(() => {
    const { dataset } = document.documentElement
    addEventListener('click', () => (dataset['clicks'] = String(Number(dataset['clicks'] ?? 0) + 1)), true)
  })

  await window.openExample('Recognise digits')
  await window.train()
  await expect.poll(() => window.loss(), { timeout: 60_000 }).toBeGreaterThan(0)
  const first = await window.loss()
  await expect.poll(() => window.loss(), { timeout: 60_000 }).toBeLessThan(first * 0.7)
  const clicks = Number(await app.locator('html').getAttribute('data-clicks'))
  expect(clicks).toBeGreaterThan(0)
  expect(clicks).toBeLessThanOrEqual(3)

  expect(await window.testScore(120_000)).toBeGreaterThan(0.9)

  await window.show('Try')
  const pad = await app.getByRole('img', { name: 'Pad to draw a digit on' }).boundingBox()
  if (!pad) throw new Error('the pad has no place on the screen')
  // A seven, off the middle: it is centred before it is asked about.
  const stroke = [
    [0.2, 0.15],
    [0.62, 0.15],
    [0.38, 0.7]
  ].map(([x = 0, y = 0]) => [pad.x + x * pad.width, pad.y + y * pad.height] as const)
  for (const [i, [x, y]] of stroke.entries()) {
    await app.mouse.move(x, y, { steps: 10 })
    if (i === 0) await app.mouse.down()
  }
  await app.mouse.up()
  const bars = app.getByRole('region', { name: 'Probabilities' })
  await expect(bars.locator('[data-best=true]')).toContainText('7')
  await expect(bars.getByRole('status')).toHaveCount(10)

  await window.show('Code')
  await window.block('Dense 1').click()
  await expect(app.locator('.cm-line', { hasText: 'layers.Dense(512, activation="relu"' })).toBeVisible()
  await app.getByRole('button', { name: 'Copy' }).click()
  await expect(app.getByRole('button', { name: 'Copied' })).toBeVisible()
  const code = await app.evaluate(() => navigator.clipboard.readText())
  expect(code).toContain('import keras')
  expect(code).toContain('layers.Dense(10')
  await app.getByRole('radio', { name: 'PyTorch' }).click()
  await expect(app.locator('.cm-line', { hasText: 'nn.Linear(784, 512)' })).toBeVisible()
})

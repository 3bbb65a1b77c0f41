import { expect, test } from '../fixtures/app'
import { Window } from '../fixtures/window'

const engines = [
  ['WebGL (graphics card)', /WebGL/],
  ['Plain JavaScript', /JavaScript/]
] as const

for (const [engine, status] of engines)
  test(`the flowers are learned on ${engine}`, async ({ app }) => {
    test.setTimeout(120_000)
    const window = new Window(app)
    await window.openExample('Iris flowers')
    await app.getByRole('button', { name: 'More' }).click()
    await window.choose('Engine', engine)
    await window.train()
    await expect(window.status).toContainText('Trained', { timeout: 100_000 })
    await expect(window.status).toContainText(status)
    const score = app.locator('[data-score]')
    expect(Number(await score.getAttribute('data-score'))).toBeGreaterThan(0.85)
  })

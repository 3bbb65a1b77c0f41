import { expect, test } from '../fixtures/desktop'
import { Window } from '../fixtures/window'

test('it starts with the start screen, and an example trains', async ({ desktop }) => {
  const { page } = desktop
  await expect(page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
  const window = new Window(page)
  await window.openExample('Iris flowers')
  await window.train()
  await expect.poll(() => window.loss(), { timeout: 30_000 }).toBeGreaterThan(0)
})

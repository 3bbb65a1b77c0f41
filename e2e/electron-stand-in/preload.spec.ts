import { expect, test } from './testing'

test('the page sees what the preload exposes, and nothing else of its world', async ({ desktop }) => {
  const { page } = desktop
  expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'host') as object))).toContain('invoke')
  expect(
    await page.evaluate(() => 'ofThePreload' in window || 'require' in window || 'process' in window)
  ).toBe(false)
})

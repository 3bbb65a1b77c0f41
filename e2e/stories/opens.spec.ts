import { expect, test } from '../fixtures/app'

test('the app opens, isolated from other origins and under its content security policy', async ({ page }) => {
  const response = await page.goto('/')
  expect(response?.headers()['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'")
  await expect(page).toHaveTitle(/Blockprop/)
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
})

test('an inline script is refused', async ({ app, complaints }) => {
  const title = await app.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "an inline script ran"'
    document.head.append(script)
    return document.title
  })
  expect(title).not.toBe('an inline script ran')
  await expect.poll(() => complaints.join()).toContain('Content Security Policy')
  complaints.length = 0
})

import { expect, test } from '../fixtures/app'

test('the chosen theme stands before anything is painted', async ({ app, complaints }) => {
  await app.evaluate(() => localStorage.setItem('blockprop.theme', 'dark'))
  // Nothing but the page itself and the script of the theme: the app never starts.
  await app.route('**/assets/**', route => route.abort())
  await app.reload({ waitUntil: 'commit' })
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark')
  complaints.length = 0
})

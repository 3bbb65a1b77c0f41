import { expect, test } from './testing'

test('the page is cross-origin isolated, and shares memory with a module worker', async ({
  desktop: { page }
}) => {
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  await expect(page.locator('#counted')).toHaveText('42')
})

test('the app knows its pages by its own scheme', async ({ desktop: { app, page } }) => {
  const url = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL()
  )
  expect(url).toBe('app://testing/')
  expect(await page.evaluate(() => window.host.invoke('sender'))).toBe('app://testing')
})

test('requests of the page reach the handler, which sees its own addresses', async ({
  desktop: { page }
}) => {
  const answer = await page.evaluate(async () => {
    const response = await fetch('echo?a=1', { method: 'POST', body: 'sent' })
    return { status: response.status, body: (await response.json()) as unknown }
  })
  expect(answer).toEqual({
    status: 200,
    body: { url: 'app://testing/echo?a=1', method: 'POST', origin: 'app://testing', text: 'sent' }
  })
})

test('the policy that the handler sends holds', async ({ desktop }) => {
  const refused = await desktop.page.evaluate(
    () =>
      new Promise(resolve => {
        document.addEventListener('securitypolicyviolation', event => resolve(event.violatedDirective))
        const script = document.createElement('script')
        script.textContent = 'window.injected = true'
        document.body.append(script)
      })
  )
  expect(refused).toBe('script-src-elem')
  expect(desktop.complaints.splice(0)).toHaveLength(1)
})

test('there is no network', async ({ desktop }) => {
  const { app, page } = desktop
  expect(await page.evaluate(() => fetch('https://example.org/').catch(() => 'refused'))).toBe('refused')
  const error = await app.evaluate(({ net }) => net.fetch('https://example.org/').catch(String))
  expect(error).toBe('Error: net::ERR_INTERNET_DISCONNECTED')
  desktop.complaints.splice(0)
})

import { expect, test } from './testing'

const states = async (names: readonly string[]) => {
  const found = names.map(
    async name => (await navigator.permissions.query({ name: name as PermissionName })).state
  )
  return Promise.all(found)
}

test('permissions are those that the app gives, and all where it says nothing', async ({
  desktop: { app, page }
}) => {
  const names = ['geolocation', 'notifications', 'midi', 'camera', 'clipboard-write']
  await expect.poll(() => page.evaluate(states, names)).toEqual(names.map(() => 'granted'))
  const asked = await app.evaluateHandle(({ session }) => {
    const origins = new Set<string>()
    session.defaultSession.setPermissionCheckHandler((_contents, permission, origin) => {
      origins.add(origin)
      return permission === 'clipboard-sanitized-write' || permission === 'midi'
    })
    session.defaultSession.setPermissionRequestHandler((_contents, permission, callback) => {
      callback(permission !== 'midi')
    })
    return origins
  })
  await page.reload()
  await expect
    .poll(() => page.evaluate(states, names))
    .toEqual(['denied', 'denied', 'denied', 'denied', 'granted'])
  expect(await asked.evaluate(origins => [...origins])).toEqual(['app://testing'])
})

test('the app looks at requests, stops them and changes their headers', async ({ desktop }) => {
  const { app, page } = desktop
  await app.evaluate(({ session }) => {
    const { webRequest } = session.defaultSession
    webRequest.onBeforeRequest({ urls: ['app://testing/secret*'] }, (_details, callback) =>
      callback({ cancel: true })
    )
    webRequest.onHeadersReceived(({ responseHeaders }, callback) =>
      callback({ responseHeaders: { ...responseHeaders, 'X-Added': ['yes'] } })
    )
  })
  const outcome = await page.evaluate(async () => ({
    added: (await fetch('echo')).headers.get('x-added'),
    stopped: await fetch('secret').catch(() => 'stopped')
  }))
  expect(outcome).toEqual({ added: 'yes', stopped: 'stopped' })
  desktop.complaints.splice(0)
})

test('a download is told, and nothing is written', async ({ desktop: { app, page } }) => {
  const told = await app.evaluateHandle(({ session }) => {
    const names: string[] = []
    session.defaultSession.on('will-download', (_event, item) => names.push(item.getFilename()))
    return names
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['text']))
    link.download = 'net.blockprop'
    link.click()
  })
  await expect.poll(() => told.jsonValue()).toEqual(['net.blockprop'])
})

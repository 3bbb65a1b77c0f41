import { expect, test } from './testing'

test('window.open is put to the handler, and opens nothing', async ({ desktop: { app, page } }) => {
  await page.evaluate(() => {
    window.open('https://example.org/a')
    const link = document.createElement('a')
    Object.assign(link, { href: 'https://example.org/b', target: '_blank' })
    document.body.append(link)
    link.click()
  })
  await expect
    .poll(() => app.evaluate(() => seen))
    .toEqual([
      ['window.open', 'https://example.org/a'],
      ['window.open', 'https://example.org/b']
    ])
  await expect.poll(() => app.windows().length).toBe(1)
})

for (const url of ['https://example.org/', 'app://other/', 'mailto:somebody@example.org'])
  test(`a page that wants to go to ${url} is held`, async ({ desktop: { app, page } }) => {
    await page.evaluate(wanted => {
      location.href = wanted
    }, url)
    await expect.poll(() => app.evaluate(() => seen)).toEqual([['will-navigate', url]])
    expect(await page.evaluate(() => document.title)).toBe('The page')
  })

test('a window closes only if the app lets it', async ({ desktop: { app, page } }) => {
  const closeWhen = (isEdited: boolean) =>
    app.evaluate(({ BrowserWindow }, edited) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setDocumentEdited(edited)
      window?.close()
    }, isEdited)
  await closeWhen(true)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  const closed = page.waitForEvent('close')
  const ended = new Promise(resolve => app.process().once('exit', resolve))
  // The app ends with its last window.
  await closeWhen(false).catch(() => {})
  await closed
  expect(await ended).toBe(0)
})

test('a window that was destroyed throws on every use', async ({ desktop: { app } }) => {
  const words = await app.evaluate(({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false })
    const { webContents } = window
    window.destroy()
    const uses = [
      () => window.getTitle(),
      () => window.id,
      () => webContents.send('told'),
      () => webContents.getURL()
    ]
    const thrown = uses.map(use => {
      try {
        return use()
      } catch (error) {
        return String(error)
      }
    })
    return [window.isDestroyed(), webContents.isDestroyed(), ...new Set(thrown)]
  })
  expect(words).toEqual([true, true, 'TypeError: Object has been destroyed'])
})

test('states and their events follow each other', async ({ desktop: { app } }) => {
  const events = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    if (!window) return []
    const told: string[] = []
    const tell = (name: string) => told.push(name)
    window.on('minimize', () => tell('minimize'))
    window.on('restore', () => tell('restore'))
    window.on('maximize', () => tell('maximize'))
    window.on('unmaximize', () => tell('unmaximize'))
    window.on('enter-full-screen', () => tell('full'))
    window.on('leave-full-screen', () => tell('not full'))
    window.maximize()
    window.minimize()
    tell(`${window.isMinimized()} ${window.isVisible()} ${window.isFocused()}`)
    window.restore()
    tell(`${window.isMaximized()} ${window.isFocused()}`)
    window.setFullScreen(true)
    window.setFullScreen(false)
    tell(`${window.isMaximized()} ${window.isFullScreen()}`)
    window.unmaximize()
    return told
  })
  expect(events).toEqual([
    ...['maximize', 'minimize', 'true false false', 'restore', 'true true', 'full', 'not full'],
    ...['true false', 'unmaximize']
  ])
})

test('the page has the size of its window', async ({ desktop: { app, page } }) => {
  const size = () => page.evaluate(() => [innerWidth, innerHeight])
  expect(await size()).toEqual([900, 700])
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ width: 640, height: 480 })
  )
  await expect.poll(size).toEqual([640, 480])
  const bounds = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.maximize()
    return [window?.getBounds(), window?.getNormalBounds()]
  })
  expect(bounds[0]).toEqual({ x: 0, y: 0, width: 1920, height: 1040 })
  expect(bounds[1]).toMatchObject({ width: 640, height: 480 })
  await expect.poll(size).toEqual([1920, 1040])
})

test('zoom makes the page’s pixels larger and fewer', async ({ desktop: { app, page } }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
  await expect.poll(() => page.evaluate(() => [innerWidth, devicePixelRatio])).toEqual([450, 2])
})

test('the theme of the app is what the page prefers', async ({ desktop: { app, page } }) => {
  const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  expect(await isDark()).toBe(false)
  await page.evaluate(() => window.host.send('theme', 'dark'))
  await expect.poll(isDark).toBe(true)
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
  await page.reload()
  expect(await isDark()).toBe(true)
})

test('the title of the page becomes that of the window', async ({ desktop: { app, page } }) => {
  const title = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  await expect.poll(title).toBe('The page')
  await page.evaluate(() => (document.title = 'Another'))
  await expect.poll(title).toBe('Another')
})

test('a right click tells what can be done there', async ({ desktop: { app, page } }) => {
  await page.getByRole('textbox').selectText()
  await page.getByRole('textbox').click({ button: 'right' })
  await page.getByRole('heading').click({ button: 'right' })
  await expect
    .poll(() => app.evaluate(() => seen))
    .toEqual([
      ['context-menu', 'some words', true, true],
      ['context-menu', '', false, false]
    ])
})

test('editing commands work on the page', async ({ desktop: { app, page } }) => {
  const text = page.getByRole('textbox')
  await text.focus()
  await app.evaluate(({ webContents }) => {
    const contents = webContents.getAllWebContents()[0]
    contents?.selectAll()
    contents?.cut()
    contents?.paste()
    contents?.paste()
  })
  await expect(text).toHaveValue('some wordssome words')
})

test('a page that crashes is told, and comes back in its window', async ({ desktop }) => {
  const { app } = desktop
  const crashed = desktop.page.waitForEvent('crash')
  await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.forcefullyCrashRenderer())
  await crashed
  await expect.poll(() => app.evaluate(() => seen)).toEqual([['render-process-gone', 'crashed']])
  await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.reload())
  const page = await desktop.pageAfterCrash()
  await expect(page.getByRole('heading')).toHaveText('Testing')
  expect(await page.evaluate(() => window.host.invoke('sender'))).toBe('app://testing')
})

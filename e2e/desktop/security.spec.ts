import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type Desktop } from '../fixtures/desktop'

/** What a request of the page is refused with; `null` where it was answered. */
function refusal(page: Page, name: string, payload: unknown): Promise<string | null> {
  return page.evaluate(
    async ([asked, carried]) => {
      const { blockprop } = globalThis as unknown as {
        readonly blockprop: { request(name: string, payload: unknown): Promise<unknown> }
      }
      try {
        await blockprop.request(asked as string, carried)
        return null
      } catch (reason) {
        return String(reason)
      }
    },
    [name, payload] as const
  )
}

/** Takes out what the story has provoked, and says what else the pages complained of. */
function expectComplaint(desktop: Desktop, words: RegExp): void {
  const expected = desktop.complaints.filter(complaint => words.test(complaint))
  expect(expected, desktop.complaints.join('\n')).not.toEqual([])
  const others = desktop.complaints.filter(complaint => !words.test(complaint))
  desktop.complaints.splice(0, desktop.complaints.length, ...others)
}

const address = (page: Page) => page.evaluate(() => location.pathname)

test('pages have nothing of Node and nothing of Electron but the bridge, which can not be changed', async ({
  desktop
}) => {
  for (const page of [desktop.page, await desktop.opened(() => desktop.clickMenuItem('newWindow'))])
    await expectIsolated(page)
})

async function expectIsolated(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname']
    const bridge = Object.getOwnPropertyDescriptor(globalThis, 'blockprop')
    return {
      leaked: names.filter(name => name in globalThis),
      bridge: Object.keys(bridge?.value as object).toSorted(),
      frozen: Object.isFrozen(bridge?.value),
      writable: bridge?.writable,
      isolated: crossOriginIsolated
    }
  })
  expect(found).toEqual({
    leaked: [],
    bridge: ['on', 'pathOf', 'request'],
    frozen: true,
    writable: false,
    isolated: true
  })
}

test('no code comes out of text: eval, new Function, inline scripts and handlers, data: and foreign scripts', async ({
  desktop
}) => {
  const { page } = desktop
  const ran = await page.evaluate(async () => {
    const attempts: Record<string, () => unknown> = {
      eval: () => (0, eval)('1'),
      Function: () => new Function('return 1')(),
      setTimeout: () => setTimeout('globalThis.ranLater = 1' as unknown as () => void, 0)
    }
    const worked: string[] = []
    // What a debugger evaluates at once may do what the page may not.
    await new Promise(done => setTimeout(done, 0))
    for (const [name, attempt] of Object.entries(attempts))
      try {
        attempt()
        if (name !== 'setTimeout') worked.push(name)
      } catch {
        // As it should be.
      }
    const script = (change: (made: HTMLScriptElement) => void): void => {
      const made = document.createElement('script')
      change(made)
      document.body.append(made)
    }
    script(made => (made.textContent = 'globalThis.ranInline = 1'))
    script(made => (made.src = 'data:text/javascript,globalThis.ranData=1'))
    script(made => (made.src = 'https://evil.example/x.js'))
    const image = document.createElement('div')
    image.innerHTML = '<img src="x:" onerror="globalThis.ranHandler = 1">'
    document.body.append(image)
    await new Promise(done => setTimeout(done, 200))
    return [...worked, ...Object.keys(globalThis).filter(key => key.startsWith('ran'))]
  })
  expect(ran).toEqual([])
  expectComplaint(desktop, /Content Security Policy|content security policy/)
})

test('WebAssembly is compiled all the same: the trainer needs it', async ({ desktop }) => {
  const compiled = await desktop.page.evaluate(() =>
    WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true)
  )
  expect(compiled).toBe(true)
})

test('every answer of app:// carries the policy, and no path leads out of the app', async ({ desktop }) => {
  const answers = await desktop.page.evaluate(async () => {
    const paths = [
      'index.html',
      '..%2f..%2fpackage.json',
      '%2e%2e/%2e%2e/package.json',
      '..%5c..%5cpackage.json',
      '/etc/passwd',
      'assets/..%2f..%2f..%2fmain/index.js',
      '.hidden',
      '%00',
      '%'
    ]
    const all = paths.map(async path => {
      const { status, headers } = await fetch(path)
      return [path, status, headers.get('content-security-policy') ?? ''] as const
    })
    return Promise.all(all)
  })
  expect(answers.filter(([, status]) => status === 200).map(([path]) => path)).toEqual(['index.html'])
  for (const [path, , policy] of answers) {
    expect(policy, path).toContain("default-src 'self'")
    expect(policy, path).not.toContain("'unsafe-eval'")
  }
  expectComplaint(desktop, /404|Failed to load/)
})

test('the page goes nowhere else, opens no window, and holds no foreign frame', async ({ desktop }) => {
  const { page, app } = desktop
  const before = await address(page)
  for (const place of ['https://evil.example/', 'file:///etc/passwd', 'app://blockprop/other.html'])
    await page.evaluate(to => {
      const link = document.createElement('a')
      link.href = to
      document.body.append(link)
      link.click()
      link.remove()
    }, place)
  await page.evaluate(() => {
    window.open('https://evil.example/')
    window.open('app://blockprop/index.html')
    const frame = document.createElement('iframe')
    frame.src = 'https://evil.example/'
    document.body.append(frame)
  })
  await expect(page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
  expect(await address(page)).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  desktop.complaints.length = 0
})

test('links open in the browser if their place is one of those that the app leads to', async ({
  desktop
}) => {
  const { page, app } = desktop
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(shell, { opened, openExternal: async (url: string) => void opened.push(url) })
  })
  const links = [
    'https://github.com/a',
    'http://github.com/a',
    'https://github.com.evil.example/',
    'file:///etc/passwd',
    'javascript:alert(1)'
  ]
  const answers: unknown[] = []
  for (const url of links)
    answers.push(
      await page.evaluate(
        to =>
          (
            globalThis as unknown as {
              readonly blockprop: { request(name: string, payload: unknown): Promise<unknown> }
            }
          ).blockprop.request('app.openLink', { url: to }),
        url
      )
    )
  expect(answers).toEqual([true, false, false, false, false])
  await page.evaluate(() => void window.open('https://keras.io/api'))
  await expect
    .poll(() => app.evaluate(({ shell }) => (shell as unknown as { readonly opened: string[] }).opened))
    .toEqual(['https://github.com/a', 'https://keras.io/api'])
})

test('no permission is given: camera, place, notices, clipboard reading, devices', async ({ desktop }) => {
  const states = await desktop.page.evaluate(async () => {
    const state = async (ask: () => Promise<unknown>): Promise<string> => {
      try {
        await ask()
        return 'given'
      } catch {
        return 'refused'
      }
    }
    return {
      camera: await state(() => navigator.mediaDevices.getUserMedia({ video: true })),
      place: await state(
        () => new Promise((done, failed) => navigator.geolocation.getCurrentPosition(done, failed))
      ),
      notices: await Notification.requestPermission(),
      clipboard: await state(() => navigator.clipboard.readText())
    }
  })
  expect(states).toEqual({ camera: 'refused', place: 'refused', notices: 'denied', clipboard: 'refused' })
})

test('requests that the bridge does not know, and payloads that main does not, are refused', async ({
  desktop
}) => {
  const { page } = desktop
  expect(await refusal(page, 'fs.readFile', '/etc/passwd')).toContain('no request')
  expect(await refusal(page, '__proto__', null)).toContain('no request')
  const abuses: readonly (readonly [string, unknown])[] = [
    ['files.open', { path: '/etc/passwd' }],
    ['files.reopen', { file: '../../../etc/passwd' }],
    ['files.reopen', { file: 7 }],
    ['files.save', { file: null, name: '../../evil', bytes: new Uint8Array(), over: 'anything' }],
    ['files.save', { file: null, name: 'x', bytes: 'text', over: 'anything' }],
    ['files.writeFolder', { place: 'x', name: 'a/../../b', files: [] }],
    ['journal.take', { id: '../settings' }],
    ['journal.append', { sequence: -1, line: '' }],
    ['settings.write', { key: '__proto__', value: 'x' }],
    ['window.show', null],
    ['app.copyText', { text: { toString: 'evil' } }]
  ]
  for (const [name, payload] of abuses) expect(await refusal(page, name, payload), name).toContain('refused')
  await expect(page.getByRole('button', { name: 'Recognise digits' })).toBeVisible()
})

test('a token that nobody was given opens, overwrites and recovers nothing', async ({ desktop }) => {
  const answers = await desktop.page.evaluate(async () => {
    const { blockprop } = globalThis as unknown as {
      readonly blockprop: { request(name: string, payload: unknown): Promise<{ readonly ok?: boolean }> }
    }
    const bytes = new Uint8Array([1])
    const all = await Promise.all([
      blockprop.request('files.reopen', { file: 'forged' }),
      blockprop.request('files.save', { file: 'forged', name: 'x', bytes, over: 'anything' }),
      blockprop.request('files.writeExport', { place: 'forged', bytes }),
      blockprop.request('files.writeFolder', { place: 'forged', name: 'x', files: [] }),
      blockprop.request('journal.take', { id: 'forged' })
    ])
    return all.map(({ ok }) => ok)
  })
  expect(answers).toEqual([false, false, false, false, false])
})

test('a dropped path is read only if it is a network’s', async ({ desktop }) => {
  const answer = await desktop.page.evaluate(() =>
    (
      globalThis as unknown as {
        readonly blockprop: { request(name: string, payload: unknown): Promise<{ readonly ok: boolean }> }
      }
    ).blockprop.request('files.openDropped', { path: '/etc/passwd' })
  )
  expect(answer.ok).toBe(false)
})

test('nothing is downloaded, and the log says what was refused', async ({ desktop }) => {
  const { page, app } = desktop
  const logs = await app.evaluate(electron => electron.app.getPath('logs'))
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'evil.txt'
    link.click()
  })
  await expect.poll(() => readFile(join(logs, 'main.log'), 'utf8')).toContain('refused: a download')
})

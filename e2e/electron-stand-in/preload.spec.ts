import { expect, test } from './testing'

test('the page sees what the preload exposes, and nothing else of its world', async ({
  desktop: { page }
}) => {
  const found = await page.evaluate(() => ({
    version: window.host.version,
    argument: window.host.argument,
    isFrozen: Object.isFrozen(window.host) && Object.isFrozen(window.host.invoke),
    isPlain: Object.getPrototypeOf(window.host) === Object.prototype,
    leaks: ['ofThePreload', 'require', 'process', 'module'].filter(name => name in window)
  }))
  expect(found).toEqual({
    version: '45.4.1',
    argument: '--window=first',
    isFrozen: true,
    isPlain: true,
    leaks: []
  })
})

test('functions are called across the worlds in both directions, and their errors keep their words', async ({
  desktop: { page }
}) => {
  expect(await page.evaluate(() => window.host.twice(n => n * 10))).toBe(100)
  await expect(page.evaluate(() => window.host.fails())).rejects.toThrow('too much')
  const thrown = page.evaluate(() =>
    window.host.twice(() => {
      throw new Error('of the page')
    })
  )
  await expect(thrown).rejects.toThrow('of the page')
})

const failures: readonly (readonly [string, string, string])[] = [
  ['a handler that throws', 'fail', "Error invoking remote method 'fail': TypeError: no such thing"],
  [
    'a channel without handler',
    'none',
    "Error invoking remote method 'none': Error: No handler registered for 'none'"
  ],
  [
    'an answer that can’t be cloned',
    'function',
    "Error invoking remote method 'function': Error: An object could not be cloned."
  ]
]

for (const [what, channel, words] of failures)
  test(`${what} rejects in Electron's words`, async ({ desktop: { page } }) => {
    const message = await page.evaluate(
      wanted =>
        window.host.invoke(wanted).then(
          () => 'no error',
          (error: unknown) => String(error)
        ),
      channel
    )
    expect(message).toBe(`Error: ${words}`)
  })

test('values arrive as they were sent', async ({ desktop: { page } }) => {
  const differences = await page.evaluate(async () => {
    const cyclic: unknown[] = [1]
    cyclic.push(cyclic)
    const sent: Record<string, unknown> = {
      text: 'é\u0000\ud83d\ude00',
      numbers: [0, -0, NaN, Infinity, 1e300],
      nothing: [undefined, null],
      big: 2n ** 70n,
      date: new Date(5),
      pattern: /a+/gi,
      map: new Map([[{ key: 1 }, new Set(['a'])]]),
      bytes: new Uint8Array([1, 2, 255]),
      floats: new Float32Array([0.5, NaN]),
      part: new Uint8Array([1, 2, 3, 4]).subarray(1, 3),
      buffer: new Uint16Array([513]).buffer,
      named: JSON.parse('{"__proto__": 1, "$": 2}') as unknown
    }
    const show = (value: unknown): string => {
      if (value instanceof Map) return `map ${[...value].map(pair => show(pair)).join()}`
      if (value instanceof Set) return `set ${[...value].map(show).join()}`
      if (value instanceof Date) return `date ${value.getTime()}`
      if (value instanceof ArrayBuffer) return `buffer ${new Uint8Array(value).join()}`
      if (ArrayBuffer.isView(value)) return `${value.constructor.name} ${[...(value as Uint8Array)].join()}`
      if (Array.isArray(value)) return `[${value.map(show).join()}]`
      if (Object.is(value, -0)) return '-0'
      if (typeof value === 'object' && value !== null && !(value instanceof RegExp))
        return `{${Object.entries(value)
          .map(([key, item]) => `${key}: ${show(item)}`)
          .join()}}`
      return String(value)
    }
    const got = (await window.host.invoke('echo', sent)) as Record<string, unknown>
    const loop = (await window.host.invoke('echo', cyclic)) as unknown[]
    const wrong = Object.keys(sent).filter(key => show(sent[key]) !== show(got[key]))
    return loop[1] === loop ? wrong : [...wrong, 'cyclic']
  })
  expect(differences).toEqual([])
})

test('bytes of 20 MB go to the main process and back whole', async ({ desktop: { page } }) => {
  const outcome = await page.evaluate(async () => {
    const sent = new Uint8Array(20_000_000).map((_, index) => (index * 31) % 251)
    const got = (await window.host.invoke('echo', sent)) as Uint8Array
    return { length: got.length, same: got.every((byte, index) => byte === sent[index]) }
  })
  expect(outcome).toEqual({ length: 20_000_000, same: true })
})

test('the main process tells the page', async ({ desktop: { app, page } }) => {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('told', 'hello')
  )
  await expect(page.locator('#told')).toHaveText('hello')
})

test('a file has the path that the test gave its name', async ({ desktop: { app, page } }) => {
  const pathOf = () => page.evaluate(() => window.host.pathOf(new File([''], 'net.blockprop')))
  expect(await pathOf()).toBe('')
  await app.evaluate(electron => {
    const { __standin } = electron as unknown as {
      __standin: { setFilePath(name: string, path: string): void }
    }
    __standin.setFilePath('net.blockprop', '/home/me/net.blockprop')
  })
  await expect.poll(pathOf).toBe('/home/me/net.blockprop')
})

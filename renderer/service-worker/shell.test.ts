import { beforeEach, describe, expect, test } from 'vitest'
import type { Build } from './build'
import { createShell } from './shell'

const scope = 'https://host.example/app/'
const at = (path: string) => scope + path

/** What a browser keeps, by cache and address. */
class FakeCaches {
  readonly all = new Map<string, Map<string, Response>>()
  isFull = false

  keys = () => Promise.resolve([...this.all.keys()])
  delete = (name: string) => Promise.resolve(this.all.delete(name))
  match = (url: RequestInfo | URL) => {
    const found = [...this.all.values()].flatMap(cache => cache.get(addressOf(url)) ?? [])
    return Promise.resolve(found[0]?.clone())
  }
  open = (name: string) => {
    const cache = this.all.get(name) ?? new Map<string, Response>()
    this.all.set(name, cache)
    const opened: Pick<Cache, 'match' | 'put' | 'keys' | 'delete'> = {
      match: url => Promise.resolve(cache.get(addressOf(url))?.clone()),
      put: (url, response) => {
        if (this.isFull) return Promise.reject(new DOMException('full', 'QuotaExceededError'))
        cache.set(addressOf(url), response)
        return Promise.resolve()
      },
      keys: () => Promise.resolve([...cache.keys()].map(url => new Request(url))),
      delete: url => Promise.resolve(cache.delete(addressOf(url)))
    }
    return Promise.resolve(opened as Cache)
  }
}

const addressOf = (asked: RequestInfo | URL) => (asked instanceof Request ? asked.url : String(asked))

let caches: FakeCaches
/** What the server holds, by path; `undefined` stands for no network. */
let server: Record<string, string> | undefined
let asked: string[]

beforeEach(() => {
  caches = new FakeCaches()
  server = {}
  asked = []
})

function shellOf(build: Partial<Build>) {
  const whole: Build = { version: '1', shell: {}, later: {}, headers: { 'X-Safe': 'yes' }, ...build }
  return createShell(whole, {
    scope,
    caches,
    fetch: request => {
      const path = request.url.slice(scope.length)
      asked.push(path)
      if (server === undefined) return Promise.reject(new TypeError('no network'))
      const content = server[path === '' ? 'index.html' : path]
      // A browser refuses what the checksum does not fit; here it is the content itself.
      if (request.integrity !== '' && content !== undefined && request.integrity !== content)
        return Promise.reject(new TypeError('integrity'))
      const headers = { 'Content-Type': 'text/plain' }
      return Promise.resolve(
        new Response(content ?? 'none', { status: content === undefined ? 404 : 200, headers })
      )
    }
  })
}

type Shell = ReturnType<typeof shellOf>

async function get(shell: Shell, path: string, init?: RequestInit) {
  const answer = shell.answer(new Request(at(path), init))
  return answer === null ? null : (await answer).text()
}

const first = { 'index.html': 'page 1', 'assets/a-1.js': 'a', 'assets/b-1.js': 'b' }

describe('a version that is kept', () => {
  let shell: Shell
  beforeEach(async () => {
    server = { ...first, 'assets/d-1.gz': 'data' }
    shell = shellOf({ shell: first, later: { 'assets/d-1.gz': 'data' } })
    await shell.install()
  })

  test('needs no network for any of its files', async () => {
    server = undefined
    expect(await get(shell, 'assets/a-1.js')).toBe('a')
    expect(await get(shell, 'assets/b-1.js')).toBe('b')
  })

  test.each(['', 'index.html', '?source=home', 'index.html#part'])(
    'answers "%s" with its page',
    async path => {
      server = { 'index.html': 'page 2' }
      expect(await get(shell, path)).toBe('page 1')
    }
  )

  test('adds its headers, and leaves those that were there', async () => {
    const response = await shell.answer(new Request(at('')))
    expect([response?.headers.get('X-Safe'), response?.headers.get('Content-Type')]).toEqual([
      'yes',
      'text/plain'
    ])
  })

  test('keeps a dataset once it was looked at', async () => {
    expect(await get(shell, 'assets/d-1.gz')).toBe('data')
    server = undefined
    expect(await get(shell, 'assets/d-1.gz')).toBe('data')
    expect(asked.filter(path => path === 'assets/d-1.gz')).toHaveLength(1)
  })

  test('hands a dataset on when there is no room for it', async () => {
    caches.isFull = true
    expect(await get(shell, 'assets/d-1.gz')).toBe('data')
  })

  test('refuses a dataset that is not the right one', async () => {
    server = { 'assets/d-1.gz': 'other data' }
    await expect(get(shell, 'assets/d-1.gz')).rejects.toThrow('integrity')
  })

  test('asks the network for what the browser has thrown away', async () => {
    caches.all.clear()
    expect(await get(shell, 'assets/a-1.js')).toBe('a')
  })

  test.each<[string, string, RequestInit]>([
    ['another file', at('other.txt'), {}],
    ['another address of the host', 'https://host.example/other/', {}],
    ['another host', 'https://elsewhere.example/app/', {}],
    ['the name of an object', at('constructor'), {}],
    ['what is sent', at('index.html'), { method: 'POST' }]
  ])('leaves %s to the browser', (_, url, init) => {
    expect(shell.answer(new Request(url, init))).toBeNull()
  })
})

test.each([
  ['no network', undefined],
  ['a file that is missing', { 'index.html': 'page 1', 'assets/a-1.js': 'a' }],
  ['a file of a newer version', { ...first, 'index.html': 'page 2' }]
])('with %s nothing is installed', async (_, content) => {
  server = content
  await expect(shellOf({ shell: first }).install()).rejects.toThrow()
})

describe('a newer version', () => {
  const second = { 'index.html': 'page 2', 'assets/a-1.js': 'a', 'assets/c-2.js': 'c' }
  let older: Shell
  let newer: Shell

  beforeEach(async () => {
    server = { ...first, 'assets/d-1.gz': 'data', 'assets/e-1.gz': 'more' }
    older = shellOf({ shell: first, later: { 'assets/d-1.gz': 'data', 'assets/e-1.gz': 'more' } })
    await older.install()
    await get(older, 'assets/d-1.gz')
    await get(older, 'assets/e-1.gz')
    server = second
    asked = []
    newer = shellOf({ version: '2', shell: second, later: { 'assets/d-1.gz': 'data' } })
    await newer.install()
  })

  test('fetches only what it does not share with the older one', () => {
    expect(asked.sort()).toEqual(['assets/c-2.js', 'index.html'])
  })

  test('changes nothing for pages of the older one', async () => {
    server = undefined
    expect(await get(older, '')).toBe('page 1')
    expect(await get(older, 'assets/b-1.js')).toBe('b')
    expect(older.answer(new Request(at('assets/c-2.js')))).toBeNull()
  })

  test('forgets the older one when it takes over, and keeps the datasets that it knows', async () => {
    caches.all.set('of-another-app', new Map())
    await newer.activate()
    expect([...caches.all.keys()].sort()).toEqual(['blockprop-later', 'blockprop-shell-2', 'of-another-app'])
    expect([...(caches.all.get('blockprop-later')?.keys() ?? [])]).toEqual([at('assets/d-1.gz')])
    server = undefined
    expect(await get(newer, '')).toBe('page 2')
    expect(await get(newer, 'assets/d-1.gz')).toBe('data')
  })
})

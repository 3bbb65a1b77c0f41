import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from './serve.mjs'

const above = mkdtempSync(join(tmpdir(), 'blockprop-serve-'))
let server: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  const folder = join(above, 'web')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(above, 'web-secret'))
  writeFileSync(join(above, 'secret.txt'), 'secret')
  writeFileSync(join(above, 'web-secret', 'a.txt'), 'secret')
  writeFileSync(join(folder, '.hidden'), 'secret')
  writeFileSync(join(folder, 'index.html'), '<p>page</p>')
  writeFileSync(join(folder, 'assets', 'a-1234.js'), 'export {}')
  writeFileSync(join(folder, 'assets', 'b-1234.wasm'), 'wasm')
  server = await serve({ folder, port: 0, mark: 'mine' })
})

afterAll(async () => {
  await server.close()
  rmSync(above, { recursive: true })
})

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Sends the path as it stands; fetch would tidy `..` away before the server sees it. */
function ask(path: string, { method = 'GET', host = 'localhost' } = {}): Promise<Answer> {
  const port = new URL(server.url).port
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: { host } }, response => {
      let body = ''
      response.on('data', chunk => (body += String(chunk)))
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }))
    })
      .on('error', reject)
      .end()
  })
}

test.each([
  ['/', 'text/html; charset=utf-8', 'no-cache'],
  ['/index.html?from=test', 'text/html; charset=utf-8', 'no-cache'],
  ['/assets/a-1234.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/assets/b-1234.wasm', 'application/wasm', 'public, max-age=31536000, immutable']
])('%s is served as %s', async (path, type, cache) => {
  const { status, headers } = await ask(path)
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, type, cache])
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/..%5csecret.txt',
  '/../web-secret/a.txt',
  '/%2fetc/passwd/',
  '//etc/passwd',
  '/.hidden',
  '/assets/%2e%2e/.hidden',
  '/assets',
  '/missing.js',
  '/%00',
  '/%zz',
  'http://elsewhere/index.html'
])('%s is not found', async path => {
  const { status, body } = await ask(path)
  expect([status, body]).toEqual([404, 'There is no such file.\n'])
})

test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80', 'localhost:80:80'])(
  'a request to the host "%s" is refused',
  async host => {
    expect((await ask('/', { host })).status).toBe(403)
  }
)

test.each(['localhost', 'localhost:4173', '127.0.0.1:4173', '[::1]:4173'])(
  'the host %s is ours',
  async host => {
    expect((await ask('/', { host })).status).toBe(200)
  }
)

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async method => {
  const { status, headers } = await ask('/', { method })
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
})

test('HEAD answers without a body', async () => {
  const { status, headers, body } = await ask('/', { method: 'HEAD' })
  expect([status, headers['content-length'], body]).toEqual([200, '11', ''])
})

describe.each(['/', '/missing.js'])('the headers of %s', path => {
  test('isolate the page and forbid eval and inline scripts', async () => {
    const { headers } = await ask(path)
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff'
    })
    expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';")
  })
})

test('a port that is taken is an error to catch', async () => {
  const port = Number(new URL(server.url).port)
  await expect(serve({ folder: above, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

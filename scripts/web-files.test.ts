import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { securityHeaders } from '../main/serve/security-headers.mjs'
import { headersFile } from './headers-file.mjs'
import { at } from './paths.mjs'
import { listWebFiles } from './web-files.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'blockprop-web-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function list(files: Record<string, string>) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return listWebFiles(folder)
}

const files = {
  'index.html': '<p>page</p>',
  'assets/a-1.js': 'export {}',
  'assets/mnist-1.gz': 'digits',
  'service-worker.js': 'worker',
  _headers: '/*'
}

describe('the files that the service worker keeps', () => {
  test('are those of the app, with checksums; datasets are kept later', () => {
    const { shell, later } = list(files)
    expect([Object.keys(shell), Object.keys(later)]).toEqual([
      ['assets/a-1.js', 'index.html'],
      ['assets/mnist-1.gz']
    ])
    expect(shell['index.html']).toBe(`sha256-${createHash('sha256').update('<p>page</p>').digest('base64')}`)
  })

  test.each([
    ['a changed page', { 'index.html': '<p>new</p>' }, true],
    ['another file', { 'assets/b-1.js': '' }, true],
    ['a changed worker', { 'service-worker.js': 'new' }, false],
    ['another dataset', { 'assets/iris-1.gz': '' }, false]
  ])('%s is another version: %s', (_, change, isAnother) => {
    const { version } = list(files)
    expect(list(change).version !== version).toBe(isAnother)
  })
})

test('static hosts are told the headers of npm start', () => {
  const lines = headersFile().split('\n')
  expect(lines[0]).toBe('/*')
  for (const [name, value] of Object.entries(securityHeaders)) expect(lines).toContain(`  ${name}: ${value}`)
})

describe('the manifest of the web app', () => {
  const folderOfIcons = at('renderer', 'public')
  const manifest = JSON.parse(readFileSync(join(folderOfIcons, 'manifest.webmanifest'), 'utf8')) as {
    readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose?: string }[]
    readonly file_handlers: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[]
  }

  test('has icons of the sizes that it says, some of them to be cut by the system', () => {
    for (const { src, sizes } of manifest.icons) {
      const png = readFileSync(join(folderOfIcons, src))
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes)
    }
    expect(manifest.icons.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(2)
    expect(readdirSync(join(folderOfIcons, 'icons'))).toContain('icon.svg')
  })

  test('says that the app opens its own files', () => {
    expect(manifest.file_handlers.map(({ accept }) => accept)).toEqual([
      { 'application/x-blockprop': ['.blockprop'] }
    ])
  })
})

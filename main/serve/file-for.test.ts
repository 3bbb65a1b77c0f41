import { resolve, sep } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileFor } from './file-for.mjs'

const folder = resolve('/srv/app')

test.each([
  ['/', 'index.html'],
  ['/index.html', 'index.html'],
  ['/index.html?from=test#part', 'index.html'],
  ['/assets/a-1234.js', 'assets/a-1234.js'],
  ['/assets/', 'assets/index.html'],
  ['/assets/a%20b.js', 'assets/a b.js']
])('%s is %s in the folder', (path, file) => {
  expect(fileFor(folder, path)).toBe(resolve(folder, file))
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/..%5csecret.txt',
  '/../app-secret/a.txt',
  '//../secret.txt',
  '/c:/secret.txt',
  '/.hidden',
  '/assets/%2e%2e/.hidden',
  '/%00',
  '/%zz',
  'index.html',
  'http://elsewhere/index.html',
  ''
])('%s is no file', path => {
  expect(fileFor(folder, path)).toBeUndefined()
})

test('no path leads out of the folder', () => {
  const piece = fc.constantFrom(
    '/',
    '..',
    '.',
    '%2e',
    '%2f',
    '%5c',
    '\\',
    ':',
    '%00',
    'a',
    '~',
    '?',
    '#',
    '%25'
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const file = fileFor(folder, `/${pieces.join('')}`) ?? folder + sep
      expect(resolve(file) + sep).toMatch(/^.{0,3}[/\\]srv[/\\]app[/\\]/)
    })
  )
})

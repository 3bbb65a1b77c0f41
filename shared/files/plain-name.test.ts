import { expect, it } from 'vitest'
import { isPlainName } from './plain-name'

it.each(['model.py', 'a', '.hidden', 'ünïcode 網.csv', 'console', 'a..b', ' a'])(
  '%j is the plain name of a file',
  name => {
    expect(isPlainName(name)).toBe(true)
  }
)

it.each([
  ...[
    '',
    '.',
    '..',
    'a/b',
    '/a',
    '../a',
    'a\\b',
    'C:a',
    'a:stream',
    'a\0b',
    'a\nb',
    'a*',
    'a?',
    'a"',
    'a<',
    'a>',
    'a|'
  ],
  ...['con', 'CON', 'nul.txt', 'com1', 'LPT9.py', 'aux', 'a.', 'a ']
])('%j is none', name => {
  expect(isPlainName(name)).toBe(false)
})

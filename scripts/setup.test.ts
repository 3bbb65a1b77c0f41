import { expect, test } from 'vitest'
import { satisfies } from './setup.mjs'

const lock = (packages: Record<string, { version?: string; optional?: boolean }>) => ({ packages })
const wanted = lock({
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0', optional: true }
})

test.each([
  [
    'all is there',
    lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }),
    true
  ],
  ['an optional one of another platform is missing', lock({ 'node_modules/a': { version: '1.0.0' } }), true],
  [
    'one more is there',
    lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } }),
    true
  ],
  ['a version differs', lock({ 'node_modules/a': { version: '1.0.1' } }), false],
  ['one is missing', lock({ 'node_modules/b': { version: '2.0.0' } }), false]
])('%s', (_, installed, enough) => {
  expect(satisfies(wanted, installed)).toBe(enough)
})

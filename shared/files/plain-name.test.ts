import { expect, test } from 'vitest'
import { isPlainName } from './plain-name'

test.each([
  ['net.blockprop', true],
  ['Zahlen – Übung 2.blockprop', true],
  ['.hidden', true],
  ['', false],
  ['.', false],
  ['..', false],
  ['a/b', false],
  ['a\\b', false],
  ['../up', false],
  ['c:evil', false],
  ['stream:ads', false],
  ['nul', false],
  ['COM1.blockprop', false],
  ['console', true],
  ['ends in a dot.', false],
  ['ends in a blank ', false],
  ['with\nbreak', false],
  ['with\u0000zero', false],
  ['<a>', false]
])('%j: %s', (name, expected) => expect(isPlainName(name)).toBe(expected))

import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { lineAndColumn, scanJson } from './scan-json'

test.each([
  ['', 'truncated', 0],
  ['{', 'truncated', 1],
  ['{"a"', 'truncated', 4],
  ['{"a":', 'truncated', 5],
  ['{"a":1', 'truncated', 6],
  ['[1,', 'truncated', 3],
  ['"abc', 'truncated', 4],
  ['"ab\\', 'truncated', 4],
  ['"\\u12', 'truncated', 5],
  ['tru', 'truncated', 3],
  ['-', 'truncated', 1],
  ['1.', 'truncated', 2],
  ['1e+', 'truncated', 3],
  ['[1,]', 'malformed', 3],
  ['{"a":1,}', 'malformed', 7],
  ['{a:1}', 'malformed', 1],
  ["{'a':1}", 'malformed', 1],
  ['{"a":1}}', 'malformed', 7],
  ['{"a":1]', 'malformed', 6],
  ['[01]', 'malformed', 2],
  ['["a\nb"]', 'malformed', 3],
  ['"\\x"', 'malformed', 2],
  ['"\\u12x4"', 'malformed', 5],
  ['NaN', 'malformed', 0],
  ['{"a":1,"a":2}', 'key', 7],
  ['{"a":1,"\\u0061":2}', 'key', 7],
  ['{"__proto__":1}', 'key', 1],
  ['{"\\u005f_proto__":1}', 'key', 1],
  ['['.repeat(65), 'too-deep', 64]
])('%j is %s at %i', (text, kind, at) => {
  expect(scanJson(text)).toMatchObject({ kind, at })
})

test.each([
  '{}',
  '[]',
  ' \n\t[ 1 , {"a": [null, true, false]} , -0.5e-7 ] ',
  '"\\u00e9\\n"',
  '0',
  '"\ud800"'
])('%j is JSON', text => {
  expect(scanJson(text)).toBeNull()
})

test('nesting of a million is refused, not suffered', () => {
  expect(scanJson('['.repeat(1e6) + ']'.repeat(1e6))).toMatchObject({ kind: 'too-deep' })
})

test('lines end in any of the three ways', () => {
  expect(lineAndColumn('a\nb\r\nc\rde', 8)).toBe('line 4, column 2')
  expect(lineAndColumn('abc', 0)).toBe('line 1, column 1')
})

describe('as JSON.parse', () => {
  const mutated = fc.tuple(fc.json(), fc.nat(), fc.string({ unit: 'binary', maxLength: 2 }), fc.nat(3))
  it('accepts what it accepts and refuses what it refuses', () => {
    fc.assert(
      fc.property(mutated, ([json, at, inserted, removed]) => {
        const place = at % (json.length + 1)
        const text = json.slice(0, place) + inserted + json.slice(place + removed)
        const fault = scanJson(text)
        if (fault?.kind === 'key' || fault?.kind === 'too-deep') return
        expect(fault === null).toBe(parses(text))
      }),
      { numRuns: 1000 }
    )
  })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

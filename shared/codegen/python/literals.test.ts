import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberLiteral, stringLiteral, widthOf } from './literals'

test.each([
  ['relu', '"relu"'],
  ['', '""'],
  ['say "hi"', `'say "hi"'`],
  [`"it's"`, `'"it\\'s"'`],
  [`it's`, `"it's"`],
  [`'"`, `"'\\""`],
  ['a\\b', '"a\\\\b"'],
  ['a\nb\r\tc', '"a\\nb\\r\\tc"'],
  ['\0\x1b\x7f\xa0', '"\\x00\\x1b\\x7f\\xa0"'],
  ['\u2028\u202e\ufeff', '"\\u2028\\u202e\\ufeff"'],
  ['\ud800', '"\\ud800"'],
  ['\udc00\ud800', '"\\udc00\\ud800"'],
  ['🙂', '"\\U0001f642"'],
  ['größe 名前 λ', '"größe 名前 λ"'],
  ['\\"""\n"""', `'\\\\"""\\n"""'`]
])('%j is written %s', (value, source) => expect(stringLiteral(value)).toBe(source))

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', "'", '\\', '\n', 'x', '{') }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map(codes => String.fromCharCode(...codes))
)

test('any string is one token on one line that reads back as the same string', () => {
  fc.assert(
    fc.property(hostile, value => {
      const source = stringLiteral(value)
      const quote = source.charAt(0)
      const body = source.slice(1, -1)
      expect(source).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      expect(source.at(-1)).toBe(quote)
      expect(body.replace(/\\./g, '')).not.toContain(quote)
      expect(unescaped(body)).toBe(value)
    })
  )
})

/** What Python makes of the escapes that are in use here. */
function unescaped(body: string): string {
  const short: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }
  return body.replace(/\\(x..|u.{4}|U.{8}|.)/g, (_, code: string) =>
    /^[xuU]./.test(code) ? String.fromCodePoint(parseInt(code.slice(1), 16)) : (short[code] ?? code)
  )
}

test.each([
  [1, false, '1'],
  [0, true, '0.0'],
  [1, true, '1.0'],
  [0.5, true, '0.5'],
  [0.001, true, '0.001'],
  [0.0001, true, '0.0001'],
  [1e-5, true, '1e-5'],
  [1.5e-7, true, '1.5e-7'],
  [1e21, true, '1e21'],
  [2 ** 53, false, '9007199254740992'],
  [1e22, false, '10000000000000000000000']
])('%d (float: %s) is written %s', (value, float, text) => expect(numberLiteral(value, float)).toBe(text))

test('Chinese characters are two columns wide', () => expect(widthOf('名 a')).toBe(4))

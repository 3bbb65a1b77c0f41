import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REQUESTS } from './names'
import { payloads } from './payloads'

test('no request takes more than it says: an unknown key, another type, nothing', () => {
  for (const name of REQUESTS) {
    const schema = payloads[name]
    for (const raw of [
      undefined,
      0,
      '',
      [],
      { unknown: 1 },
      () => 1,
      new Date(),
      JSON.parse('{"__proto__":{"x":1}}')
    ])
      expect(schema.safeParse(raw).success, `${name} took ${String(raw)}`).toBe(false)
  }
})

test('whatever comes, a payload is taken or refused, without an exception', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...REQUESTS),
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withTypedArray: true,
        withNullPrototype: true
      }),
      (name, raw) => typeof payloads[name].safeParse(raw).success === 'boolean'
    )
  )
})

test.each([
  ['journal.append', { sequence: 0, line: '' }],
  ['journal.append', { sequence: 1.5, line: '' }],
  ['journal.take', { id: '../../etc' }],
  ['files.reopen', { file: '/etc/passwd' }],
  ['files.save', { file: null, name: '../x', bytes: new Uint8Array(), over: 'known' }],
  ['files.save', { file: null, name: 'x', bytes: [1, 2], over: 'known' }],
  ['files.save', { file: null, name: 'x', bytes: new Uint8Array(), over: 'all' }],
  ['files.writeFolder', { place: 'a', name: 'x', files: [{ name: 'a/b', bytes: new Uint8Array() }] }],
  ['settings.write', { key: '__proto__', value: 'x' }],
  ['settings.write', { key: 'theme', value: 'x'.repeat(100_001) }],
  ['window.show', { name: 'x', edited: 'yes' }]
] as const)('%s refuses %j', (name, raw) => expect(payloads[name].safeParse(raw).success).toBe(false))

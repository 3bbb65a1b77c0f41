import { expect, test } from 'vitest'
import { current, migrate, type Migration } from './registry'

const table = new Map<number, Migration>([
  [1, raw => ({ ...raw, name: `${String(raw.name)} two` })],
  [2, raw => ({ ...raw, name: `${String(raw.name)} three` })]
])
const at = (version: number): object => ({ format: 'blockprop', version, name: 'one' })

test.each([
  [1, 'one two three'],
  [2, 'one three'],
  [3, 'one']
])('a document of version %i goes through each migration from there', (version, name) => {
  expect(migrate(at(version), table, 3)).toEqual({
    ok: true,
    value: { format: 'blockprop', version: 3, name }
  })
})

test('the document that came in is not changed', () => {
  const raw = Object.freeze(at(1))
  migrate(raw, table, 3)
  expect(raw).toEqual(at(1))
})

test('every version up to the current one can be read', () => {
  for (let version = 1; version <= current; version += 1) expect(migrate(at(version)).ok).toBe(true)
})

test.each([4, 0, -1, 1.5, 1e300, '1', null])('version %j is refused', version => {
  expect(migrate({ ...at(1), version }, table, 3).ok).toBe(false)
})

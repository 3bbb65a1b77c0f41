import { expect, it } from 'vitest'
import { repeatedKey } from './repeated-key'

it.each<readonly [string, string | null]>([
  ['{}', null],
  ['{"a":1,"b":{"a":2}}', null],
  ['{"a":"a","b":["a","a"]}', null],
  ['[{"a":1},{"a":1}]', null],
  ['{"a":1,"b":2,"a":3}', 'a'],
  ['{"x":{"a":1, "a" :2}}', 'a'],
  ['{"a":{"b":[{}]},"a":1}', 'a'],
  ['{"\\u0061":1,"a":2}', 'a'],
  ['{"a\\"":1,"b":"\\\\","a\\"":1}', 'a"'],
  ['{"__proto__":1,"__proto__":2}', '__proto__']
])('%s repeats %j', (json, key) => {
  expect(repeatedKey(json)).toBe(key)
})

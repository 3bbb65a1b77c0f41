/** Values of the wrong type, at the ends of their range, or with a meaning to somebody further on. */
export const hostileValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  0.5,
  1e308,
  -1e308,
  5e-324,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  -(2 ** 53),
  '',
  ' ',
  '0',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  'group',
  '../../../etc/passwd',
  'a\u0000b',
  '\ud800',
  '\u202eevil',
  '"""\n\'\'\'\\',
  '${7*7}{{7*7}}',
  '<img src=x onerror=alert(1)>',
  'x'.repeat(10_000),
  [],
  [null],
  [-1, 0, 1e9],
  [1e9, 1e9, 1e9, 1e9],
  Array.from({ length: 1000 }, (_, i) => i),
  {},
  { block: 'input-1', port: 'x' },
  { x: 1e308, y: -1e308 },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}')
]

export const hostileKeys: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  '',
  ' ',
  '0',
  'length',
  'type',
  'params',
  'network',
  'weightsOf',
  'dense-1',
  'net-main',
  'x'.repeat(300),
  '\u0000',
  '\ud800'
]

/** Nested as deep as is asked. */
export function nested(depth: number): unknown {
  let inner: unknown = 1
  for (let i = 0; i < depth; i++) inner = i % 2 === 0 ? [inner] : { a: inner }
  return inner
}

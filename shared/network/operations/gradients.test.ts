import { describe, expect, it } from 'vitest'
import { interpret } from '../interpret'
import { lengthOf } from '../nd-array'
import { gradientCases } from './gradient-cases'
import { floats, gradientPairs, prepare, type Case } from './testing'

describe.each(Object.entries(gradientCases))('%s', (_, cases) => {
  it.each(cases.map(test => [test.name, test] as const))(
    '%s: the gradient is that of finite differences',
    (_name, test) => {
      const pairs = gradientPairs(test)
      expect(pairs.length).toBeGreaterThan(0)
      for (const { found, expected } of pairs) {
        expect(found.length).toBe(expected.length)
        found.forEach((v, i) =>
          expect(Math.abs(v - (expected[i] ?? NaN))).toBeLessThan(1e-6 * Math.max(1, Math.abs(v)))
        )
      }
    }
  )
})

it.each(
  Object.values(gradientCases)
    .flat()
    .map(test => [test.name, test] as const)
)('%s makes what its type rule foretells', (_name, test) => {
  const { program, feed } = prepare(test)
  const run = interpret(program, feed, { trace: true })
  const trace = run.ok ? run.value.trace : undefined
  for (const { outputs } of program.instructions)
    for (const { id, shape, dtype } of outputs) {
      const value = trace?.get(id)
      expect(value).toMatchObject({ shape, dtype })
      expect(value?.data.length).toBe(lengthOf(shape))
    }
})

it.each<Case>([
  { name: 'less', operands: [[3], [3]], build: (b, x, y) => b.cast(b.less(x, y), 'float32') },
  { name: 'equal', operands: [[3], [3]], build: (b, x, y) => b.cast(b.equal(x, y), 'float32') },
  { name: 'oneHot', operands: [[3]], build: (b, x) => b.oneHot(b.cast(x, 'int32'), 3) }
])('$name passes no gradient on', test => {
  expect(
    gradientPairs(test)
      .flatMap(({ found }) => found)
      .every(v => v === 0)
  ).toBe(true)
})

it('goes to the first of equals in a window, and is shared out by a reduction', () => {
  const operands = [floats([1, 2, 1], [3, 3])]
  const gradient = (test: Case): readonly number[] | undefined => gradientPairs(test)[0]?.found
  const pool = gradient({ name: '', operands, build: (b, x) => b.maxPool(x, { size: [2] }) }) ?? []
  const most = gradient({ name: '', operands, build: (b, x) => b.maxOf(x, [1]) }) ?? []
  expect(pool[1]).toBe(0)
  expect(pool[0]).not.toBe(0)
  expect(most[0]).toBe(most[1])
  expect((most[0] ?? 0) * 2).toBeCloseTo(pool[0] ?? 0, 12)
})

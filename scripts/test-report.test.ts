import { expect, test } from 'vitest'
import { countPlaywright, countVitest, inWords, judge, sum } from './test-report.mjs'

const counts = (passed: number, failed: number, skipped: number) => ({ passed, failed, skipped })

test('a file that could not be imported counts as a failure', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] }
    ]
  }
  expect(countVitest(report)).toEqual(counts(5, 2, 3))
})

test('a story that passes only at a second try has failed', () => {
  const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: ['no page'] }
  expect(countPlaywright(report)).toEqual(counts(4, 3, 2))
})

test.each([
  ['passes', counts(3, 0, 1), 0, counts(3, 0, 1)],
  ['names its failures', counts(3, 2, 0), 1, counts(3, 2, 0)],
  ['ends badly without naming a test', counts(3, 0, 0), 1, counts(3, 1, 0)],
  ['runs nothing', counts(0, 0, 0), 0, counts(0, 1, 0)],
  ['leaves no report', undefined, 0, counts(0, 1, 0)],
  ['is skipped', counts(0, 0, 4), 0, counts(0, 0, 4)]
])('a suite that %s', (_, reported, code, expected) => {
  expect(judge(reported, code)).toEqual(expected)
})

test('the closing line adds up', () => {
  expect(inWords(sum([counts(1, 0, 2), counts(3, 1, 0)]))).toBe('4 passed, 1 failed, 2 skipped')
})

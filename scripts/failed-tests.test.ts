import { expect, test } from 'vitest'
import { failedInPlaywright, failedInVitest } from './failed-tests.mjs'
import { at } from './paths.mjs'

test('a failed test is told with its file and the first words of its error', () => {
  const failureMessages = [
    '\u001b[31mError\u001b[39m: expected 1\n  to be 2\n    at somewhere.ts:3:4\n    at else.ts:1:1'
  ]
  const testResults = [
    {
      name: at('shared', 'fine.test.ts'),
      status: 'passed',
      assertionResults: [{ status: 'passed', fullName: 'it is' }]
    },
    {
      name: at('shared', 'sum.test.ts'),
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'sums add none' },
        { status: 'failed', fullName: 'sums add two', failureMessages }
      ]
    }
  ]
  expect(failedInVitest({ testResults })).toEqual([
    'shared/sum.test.ts › sums add two: Error: expected 1 to be 2'
  ])
})

test('a file that could not be imported is told by its message', () => {
  const broken = { name: at('a.test.ts'), status: 'failed', message: 'no such module', assertionResults: [] }
  expect(failedInVitest({ testResults: [broken] })).toEqual(['a.test.ts: no such module'])
})

test('failed stories are found in suites of suites, beside errors of the run itself', () => {
  const story = { file: 'a.spec.ts', line: 7 }
  const passed = { ...story, title: 'it opens', ok: true, tests: [{ results: [{}] }] }
  const failed = {
    ...story,
    title: 'it closes',
    ok: false,
    tests: [{ results: [{ error: { message: 'x'.repeat(400) } }] }]
  }
  const report = {
    suites: [{ specs: [passed], suites: [{ specs: [failed] }] }],
    errors: [{ message: 'no browser' }]
  }
  expect(failedInPlaywright(report)).toEqual([`a.spec.ts:7 › it closes: ${'x'.repeat(300)} …`, 'no browser'])
})

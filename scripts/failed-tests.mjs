/** Which tests failed and why, a line each, out of the JSON reports of vitest and Playwright. */

import { stripVTControlCharacters } from 'node:util'
import { at } from './paths.mjs'

/**
 * @typedef {object} VitestFailures
 * @property {{
 *   name: string,
 *   status: string,
 *   message?: string,
 *   assertionResults: { status: string, fullName: string, failureMessages?: string[] | null }[]
 * }[]} testResults
 */

/** @typedef {{ message?: string }} PlaywrightError */

/**
 * @typedef {object} PlaywrightSuite
 * @property {{ title: string, file: string, line: number, ok: boolean, tests: { results: { error?: PlaywrightError }[] }[] }[]} [specs]
 * @property {PlaywrightSuite[]} [suites]
 */

/** @typedef {{ suites?: PlaywrightSuite[], errors?: PlaywrightError[] }} PlaywrightFailures */

const longest = 300

/** @param {string | undefined} message its first lines, as one */
const brief = message => {
  const words = stripVTControlCharacters(message ?? '')
    .replace(/\n\s+at .*/gs, '')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length > longest ? `${words.slice(0, longest)} …` : words
}

/** @param {string} file */
const fromRoot = file => file.replace(at() + '/', '')

/** @param {VitestFailures} report @returns {string[]} */
export function failedInVitest({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(assertion => assertion.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [`${fromRoot(name)}: ${brief(message)}`] : []
    return failed.map(
      ({ fullName, failureMessages }) => `${fromRoot(name)} › ${fullName}: ${brief(failureMessages?.[0])}`
    )
  })
}

/** @param {PlaywrightFailures} report @returns {string[]} */
export function failedInPlaywright({ suites = [], errors = [] }) {
  /** @param {PlaywrightSuite} suite @returns {string[]} */
  const inSuite = ({ specs = [], suites = [] }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, line, title, tests }) => {
        const error = tests.flatMap(({ results }) => results).find(result => result.error)?.error
        return `${file}:${line} › ${title}: ${brief(error?.message)}`
      }),
    ...suites.flatMap(inSuite)
  ]
  return [...suites.flatMap(inSuite), ...errors.map(({ message }) => brief(message))]
}

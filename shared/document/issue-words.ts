import type * as z from 'zod/mini'
import { inWords, placeOf, quoted, type FileProblem } from './problem'

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object'
}

/** The first of zod's issues with `raw`, in plain words; the others are counted. */
export function schemaProblem(raw: unknown, issues: readonly z.core.$ZodIssue[]): FileProblem {
  const [issue] = issues
  if (issue === undefined) return problem([], raw, 'a Blockprop document')
  const others = issues.length - 1
  const first = issueProblem(raw, issue)
  return others === 0 ? first : { ...first, message: `${first.message} (and ${others} more like it)` }
}

function issueProblem(raw: unknown, issue: z.core.$ZodIssue): FileProblem {
  const received = valueAt(raw, issue.path)
  switch (issue.code) {
    case 'invalid_type': {
      const expected = kinds[issue.expected] ?? issue.message
      return problem(issue.path, received, isCustom(issue.message) ? issue.message : expected)
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.map(key => quoted(key)).slice(0, 3)
      const words = `${keys.join(', ')} ${keys.length === 1 ? 'is' : 'are'} unknown to this version of Blockprop`
      return { code: 'schema', message: `${at(issue.path)}: ${words}`, ...placed(issue.path) }
    }
    case 'invalid_key': {
      const key = String(issue.path.at(-1))
      const words = issue.issues[0]?.message ?? 'another key'
      const path = issue.path.slice(0, -1)
      const message = `${at(path)}: the key ${quoted(key)} must be ${words}`
      return { code: 'schema', message, ...placed(path), received: quoted(key), expected: words }
    }
    case 'invalid_value':
      return problem(issue.path, received, issue.values.map(value => JSON.stringify(value)).join(' or '))
    case 'too_big':
      return isCustom(issue.message)
        ? problem(issue.path, received, issue.message)
        : problem(issue.path, received, sized(issue.origin, 'at most', issue.maximum))
    case 'too_small':
      return problem(issue.path, received, sized(issue.origin, 'at least', issue.minimum))
    default:
      return problem(issue.path, received, issue.message)
  }
}

function sized(origin: string, bound: string, limit: number | bigint): string {
  const number = limit.toLocaleString('en')
  if (origin === 'string') return `text of ${bound} ${number} characters`
  if (origin === 'array') return `a list of ${bound} ${number}`
  return `${bound} ${number}`
}

/** Whether the schema gave the words, and not zod. */
function isCustom(message: string): boolean {
  return !/^(Invalid|Too|Unrecognized)\b/.test(message)
}

function problem(path: readonly PropertyKey[], value: unknown, expected: string): FileProblem {
  const received = inWords(value)
  const message =
    value === undefined
      ? `${at(path)} is missing: expected ${expected}`
      : `${at(path)} must be ${expected}, got ${received}`
  return { code: 'schema', message, ...placed(path), received, expected }
}

function at(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'The document' : placeOf(path)
}

function placed(path: readonly PropertyKey[]): { place?: string } {
  return path.length === 0 ? {} : { place: placeOf(path) }
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key]
  }
  return value
}

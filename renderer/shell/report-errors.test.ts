import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { emptyDocument } from '../../shared/document/create'
import { freshState, useDocument } from '../store/document'
import { reportErrors } from './report-errors'

const reports: (readonly [string, string])[] = []
const report = (message: string, stack: string): void => void reports.push([message, stack])
const target = new EventTarget()
let end: () => void

beforeEach(() => {
  vi.stubGlobal('window', target)
  reports.length = 0
  end = reportErrors({ report })
})
afterEach(() => {
  end()
  vi.unstubAllGlobals()
})

const throws = (error: unknown): boolean =>
  target.dispatchEvent(Object.assign(new Event('error'), { error, message: 'Script error.' }))
const rejects = (reason: unknown): boolean =>
  target.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }))

it('tells of errors and rejections until it is ended', () => {
  throws(new TypeError('x is not a function'))
  rejects('no reason')
  throws(null)
  expect(reports.map(([message]) => message)).toEqual(['x is not a function', 'no reason', 'Script error.'])
  expect(reports[0]?.[1]).toMatch(/^TypeError: x is not a function\n +at /)
  end()
  throws(new Error('later'))
  expect(reports).toHaveLength(3)
})

it('keeps the work and the paths of the person out of it', () => {
  const document = emptyDocument('doc-1', 'Divorce papers')
  useDocument.setState(freshState(document, new Map()))
  const error = new Error('no layer in divorce papers, from /home/anna/x')
  error.stack = 'Error: no layer in divorce papers, from /home/anna/x\n    at f (file:///home/anna/x.js:1:2)'
  throws(error)
  expect(reports.join()).not.toMatch(/divorce|anna/i)
  expect(reports[0]?.[0]).toBe('no layer in <…>, from <…>')
})

it('is bounded in length and in number', () => {
  const long = 'some words\n'.repeat(2_000)
  throws(new Error(long))
  for (let i = 0; i < 150; i++) throws(new Error('short'))
  expect(reports).toHaveLength(100)
  expect(reports[0]?.map(text => text.length)).toEqual([2_000, 20_000])
})

it('without a log there is nothing to do', () => {
  reportErrors({})
  end()
  throws(new Error('unheard'))
  expect(reports).toEqual([])
})

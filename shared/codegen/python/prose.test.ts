import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentLines, docstringSource } from './prose'

test.each([
  ['', ['#']],
  ['a  b\n c', ['# a b c']],
  ['x\rimport os\u2028y\fz\x85', ['# x import os y z']],
  ['\ud800\u202e', ['# \ufffd\ufffd']],
  ['fmt: off', ['# fmt : off']],
  ['-*- coding: utf-7 -*-', ['# -*- coding : utf-7 -*-']],
  ['type:ignore', ['# type :ignore']],
  ['one two three four five six seven', ['# one two three four five six', '# seven']]
])('%j is the comment %j', (text, lines) => expect(commentLines(text, 30)).toEqual(lines))

test.each([
  ['A model.', 0, '"""A model."""'],
  ['', 1, '""" """'],
  ['"quoted"', 0, '""" "quoted" """'],
  ['ends """', 0, '"""ends \\"\\"\\" """'],
  ['back\\', 0, '"""back\\\\"""'],
  ['First.\n\nSecond.', 1, '"""First.\n\n    Second.\n    """'],
  ['\0\u202e\ud800x', 0, '"""\\ufffd\\ufffdx"""']
])('%j at depth %d is the docstring %j', (text, depth, source) => {
  expect(docstringSource(text, depth, 88)).toBe(source)
})

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', 'a', ' ') })
)

test('no text leaves its comment', () => {
  fc.assert(
    fc.property(anything, text => {
      for (const line of commentLines(text, 88))
        expect(line).toMatch(/^#( [^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+)?$/u)
    })
  )
})

test('no text leaves its docstring', () => {
  fc.assert(
    fc.property(anything, text => {
      const inside = docstringSource(text, 0, 88).slice(3, -3)
      expect(inside.replace(/\\[^]/g, '_')).not.toMatch(/"""|"$|\\/)
    })
  )
})

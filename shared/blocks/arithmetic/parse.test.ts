import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_TOKENS, parseTerm } from './parse'
import type { Term } from './term'

/** The term in full parentheses. */
function shown(term: Term): string {
  switch (term.kind) {
    case 'number':
      return String(term.value)
    case 'input':
      return `x${term.place + 1}`
    case 'negative':
      return `(-${shown(term.of)})`
    case 'binary':
      return `(${shown(term.left)} ${term.operator} ${shown(term.right)})`
    case 'call':
      return `${term.name}(${term.args.map(shown).join(', ')})`
  }
}

describe('a formula', () => {
  it.each([
    ['x', 'x1'],
    ['x1 + x2 * x3', '(x1 + (x2 * x3))'],
    ['x1 - x2 - x3', '((x1 - x2) - x3)'],
    ['x ^ 2 ^ 3', '(x1 ^ 8)'],
    ['-x^2', '(-(x1 ^ 2))'],
    ['x ** -x2', '(x1 ^ (-x2))'],
    ['2·x × 3', '((2 * x1) * 3)'],
    ['x − .5e1', '(x1 - 5)'],
    ['max( x , 2 * 3 )', 'max(x1, 6)'],
    ['exp(0) * x', '(1 * x1)']
  ])('%s is read as %s', (text, expected) => {
    const term = parseTerm(text)
    expect(term.ok ? shown(term.value) : term.error).toBe(expected)
  })

  it.each([
    ['', 'ends where a number'],
    ['x +', 'ends where a number'],
    ['x x', '“x” at character 3: the end'],
    ['(x', 'ends where “)” is expected'],
    ['x)', '“)” at character 2'],
    ['x % 2', '“%” at character 3 has no meaning'],
    ['y + 1', '“y” is not known'],
    ['x0', '“x0” is not known'],
    ['max(x)', 'max takes two terms, but has 1'],
    ['sin x', '“(” is expected'],
    ['constructor(x)', '“constructor” is not known'],
    ['1e999 * x', 'too large a number'],
    ['x' + ' + x'.repeat(MOST_TOKENS), `more than ${MOST_TOKENS}`],
    ['('.repeat(5000), `more than ${MOST_TOKENS}`]
  ])('%s is refused', (text, says) => {
    const term = parseTerm(text)
    expect(term.ok ? 'it was read' : term.error).toContain(says)
  })

  it('is read or refused, whatever it is', () => {
    const signs = fc.constantFrom(
      'x',
      'x2',
      '1',
      '.',
      '(',
      ')',
      '+',
      '-',
      '*',
      '^',
      ',',
      'sin',
      'max',
      ' ',
      'e',
      '🙂'
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(signs).map(parts => parts.join(''))
        ),
        text => {
          const term = parseTerm(text)
          if (!term.ok) expect(term.error.length).toBeGreaterThan(5)
        }
      ),
      { numRuns: 2000 }
    )
  })
})

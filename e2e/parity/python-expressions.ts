import fc from 'fast-check'
import type { PyExpr, PyKwargs } from '../../shared/codegen/python/expr'
import * as py from '../../shared/codegen/python/expr'
import { dotted, number, text, word } from './python-words'

const { expression } = fc.letrec<{ expression: PyExpr; leaf: PyExpr; value: PyExpr }>(tie => {
  const value = tie('expression')
  const values = (max: number): fc.Arbitrary<PyExpr[]> => fc.array(value, { maxLength: max })
  const kwargs: fc.Arbitrary<PyKwargs> = fc.dictionary(word, value, { maxKeys: 4 })
  const target = fc.oneof(
    word.map(py.name),
    fc.uniqueArray(word, { minLength: 1, maxLength: 3 }).map(words => py.tuple(words.map(py.name)))
  )
  const loop = fc.record({ for: target, in: value, if: fc.array(value, { maxLength: 1 }) })
  const bound = fc.option(
    fc.oneof(
      word.map(py.name),
      fc.integer({ min: -3, max: 99 }),
      fc.tuple(word, number).map(([a, b]) => py.add(py.name(a), b)),
      fc.tuple(dotted, word).map(([f, a]) => py.call(f, [py.name(a)]))
    ),
    { nil: null }
  )
  return {
    leaf: fc.oneof(
      word.map(py.name),
      text.map(py.lift),
      number.map(py.lift),
      fc.constantFrom(1, -0, 1e16, 0.1).map(py.float),
      fc.constantFrom<PyExpr>(py.lift(null), py.lift(true), py.ellipsis)
    ),
    value,
    expression: fc.oneof(
      { maxDepth: 5, depthSize: 'small' },
      { weight: 5, arbitrary: tie('leaf') },
      {
        weight: 6,
        arbitrary: fc.tuple(dotted, values(3), kwargs).map(([f, args, named]) => py.call(f, args, named))
      },
      {
        weight: 3,
        arbitrary: fc.tuple(value, word, values(2)).map(([on, name, args]) => py.method(on, name, args))
      },
      {
        weight: 1,
        arbitrary: fc.tuple(dotted, value, kwargs).map(([f, arg, named]) => py.call(f, [py.star(arg)], named))
      },
      {
        weight: 1,
        arbitrary: fc.tuple(dotted, value, value).map(([f, a, b]) => py.call(f, [a, py.doubleStar(b)]))
      },
      { weight: 2, arbitrary: fc.tuple(value, word).map(([on, name]) => py.attr(on, name)) },
      { weight: 2, arbitrary: values(4).map(py.list) },
      { weight: 1, arbitrary: values(4).map(py.tuple) },
      {
        weight: 1,
        arbitrary: fc.array(fc.tuple(value, value), { maxLength: 3 }).map(pairs => py.dict(pairs))
      },
      {
        weight: 3,
        arbitrary: fc
          .tuple(value, fc.constantFrom('+', '-', '*', '/', '//', '%', '@', '**', '|', '&', '<<'), value)
          .map(([a, op, b]) => py.binary(a, op, b))
      },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.constantFrom('-', '~', 'not'), value).map(([op, a]) => py.unary(op, a))
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(value, fc.constantFrom('<', '==', 'in', 'not in', 'is', 'is not'), value)
          .map(([a, op, b]) => py.compare(a, op, b))
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.boolean(), value, value)
          .map(([and, a, b]) => (and ? py.and(a, b) : py.or(a, b)))
      },
      { weight: 1, arbitrary: fc.tuple(value, value, value).map(([a, b, c]) => py.conditional(a, b, c)) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.uniqueArray(word, { maxLength: 2 }), value)
          .map(([ps, body]) => py.lambda(ps, body))
      },
      { weight: 1, arbitrary: fc.tuple(value, loop).map(([item, parts]) => py.listOf(item, parts)) },
      { weight: 1, arbitrary: fc.tuple(value, loop).map(([item, parts]) => py.generatorOf(item, parts)) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(value, fc.array(value, { minLength: 1, maxLength: 2 }))
          .map(([on, items]) => py.index(on, ...items))
      },
      {
        weight: 1,
        arbitrary: fc.tuple(value, bound, bound, bound, fc.boolean()).map(([on, a, b, c, more]) => {
          const part = py.slice(a, b, c)
          return more ? py.index(on, part, py.ellipsis) : py.index(on, part)
        })
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(text, dotted, word, text)
          .map(([a, f, v, b]) => py.fstring(a, { value: py.call(f, [py.name(v)]), format: '.4f' }, b))
      }
    )
  }
})

export const anyExpression: fc.Arbitrary<PyExpr> = expression

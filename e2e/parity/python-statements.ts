import fc from 'fast-check'
import type { PyExpr, PyParam } from '../../shared/codegen/python/expr'
import * as py from '../../shared/codegen/python/expr'
import type { Body, PyStatement } from '../../shared/codegen/python/statement'
import * as st from '../../shared/codegen/python/statement'
import { anyExpression } from './python-expressions'
import { dotted, hostileText, number, text, word } from './python-words'

// Targets are short: black itself needs two passes where it breaks what is left of the equals sign.
const target = fc.oneof(
  { weight: 3, arbitrary: word.map(py.name) },
  { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => py.attr(py.name(a), b)) },
  { weight: 1, arbitrary: fc.tuple(word, number).map(([a, b]) => py.index(py.name(a), b)) },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(fc.constantFrom('x', 'y', 'hidden'), { minLength: 1, maxLength: 3 })
      .map(names => py.tuple(names.map(py.name)))
  }
)
const annotation = fc.constantFrom<PyExpr>(
  py.name('int'),
  py.name('torch.Tensor'),
  py.binary(py.name('int'), '|', null),
  py.index(py.name('dict'), py.name('str'), py.index(py.name('list'), py.name('torch.Tensor'))),
  py.index(py.name('tuple'), py.name('torch.Tensor'), py.ellipsis)
)

const params: fc.Arbitrary<PyParam[]> = fc
  .tuple(
    fc.uniqueArray(word, { maxLength: 5 }),
    fc.option(annotation, { nil: undefined }),
    fc.option(anyExpression, { nil: undefined }),
    fc.boolean()
  )
  .map(([names, type, preset, stars]) => {
    const plain = names.map((n, i) =>
      py.param(n, {
        ...(type && i % 2 === 1 && { annotation: type }),
        ...(preset && i >= names.length - 2 && { default: preset })
      })
    )
    return stars ? [...plain, py.param('args', { star: '*' }), py.param('kwargs', { star: '**' })] : plain
  })

const simple: fc.Arbitrary<PyStatement> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(target, anyExpression).map(([to, value]) => st.assign(to, value)) },
  {
    weight: 1,
    arbitrary: fc.tuple(target, target, anyExpression).map(([a, b, value]) => st.assign([a, b], value))
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(word, annotation, anyExpression)
      .map(([to, type, value]) => st.assign(to, value, type))
  },
  { weight: 1, arbitrary: fc.tuple(word, annotation).map(([to, type]) => st.declare(to, type)) },
  { weight: 1, arbitrary: fc.tuple(word, anyExpression).map(([to, value]) => st.augment(to, '+', value)) },
  {
    weight: 4,
    arbitrary: anyExpression.filter(e => e.kind !== 'string' && e.kind !== 'constant').map(st.run)
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(anyExpression, fc.option(text, { nil: undefined }))
      .map(([test, say]) => st.assert(test, say))
  },
  { weight: 1, arbitrary: anyExpression.map(st.raise) },
  { weight: 2, arbitrary: fc.oneof(hostileText, fc.lorem({ maxCount: 30 })).map(st.comment) },
  {
    weight: 1,
    arbitrary: fc.tuple(dotted, word).map(([module, as]) => st.importModule(module.replace('self.', ''), as))
  },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(word, { minLength: 1, maxLength: 8 })
      .map(names => st.importFrom('keras.layers', names))
  },
  { weight: 2, arbitrary: fc.constant(st.blank) },
  { weight: 1, arbitrary: fc.constant(st.pass) }
)

const { statement } = fc.letrec<{ statement: PyStatement; body: Body }>(tie => {
  const body = fc.oneof(
    { depthSize: 'small' },
    fc.array(simple, { minLength: 1, maxLength: 3 }),
    fc.array(tie('statement'), { minLength: 1, maxLength: 3 })
  )
  const doc = fc.option(fc.oneof(hostileText, fc.lorem({ maxCount: 25 })), { nil: undefined })
  const documented = fc.record({
    doc,
    type: fc.option(annotation, { nil: undefined }),
    decorators: fc.array(dotted.map(py.name), { maxLength: 1 })
  })
  return {
    body,
    statement: fc.oneof(
      { depthSize: 'small' },
      { weight: 4, arbitrary: simple },
      {
        weight: 2,
        arbitrary: fc
          .tuple(word, params, body, fc.option(anyExpression, { nil: undefined }), documented)
          .map(([n, ps, inner, back, { doc: d, type, decorators }]) =>
            st.def(n, ps, back ? [...inner, st.returns(back)] : inner, {
              ...(d !== undefined && { docstring: d }),
              ...(type && { returns: type }),
              decorators
            })
          )
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.array(dotted, { maxLength: 2 }), body, documented)
          .map(([bases, inner, { doc: d, decorators }]) =>
            st.classDef('Model', bases.map(py.name), inner, {
              ...(d !== undefined && { docstring: d }),
              decorators
            })
          )
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(anyExpression, body, fc.option(body, { nil: [] }))
          .map(([test, yes, no]) => st.when(test, yes, no))
      },
      {
        weight: 1,
        arbitrary: fc.tuple(anyExpression, body, anyExpression, body).map(([a, x, b, y]) =>
          st.whenFirst([
            [a, x],
            [b, y]
          ])
        )
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(
            target,
            anyExpression.filter(e => e.kind !== 'conditional'),
            body
          )
          .map(([to, from, inner]) => st.forEach(to, from, inner))
      },
      {
        weight: 1,
        arbitrary: fc.tuple(anyExpression, body).map(([test, inner]) => st.whileLoop(test, inner))
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(
            fc.array(
              fc.record({
                value: fc
                  .tuple(dotted, fc.array(anyExpression, { maxLength: 2 }))
                  .map(([f, a]): PyExpr => py.call(f, a)),
                as: word.map(py.name)
              }),
              { minLength: 1, maxLength: 2 }
            ),
            body
          )
          .map(([items, inner]) => st.using(items, inner))
      }
    )
  }
})

export const anyModule: fc.Arbitrary<Body> = fc.array(statement, { minLength: 1, maxLength: 6 })

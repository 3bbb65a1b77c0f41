import fc from 'fast-check'
import type { PyExpr, PyKwargs, PyParam } from '../../shared/codegen/python/expr'
import * as py from '../../shared/codegen/python/expr'
import type { Body, PyStatement } from '../../shared/codegen/python/statement'
import * as st from '../../shared/codegen/python/statement'

const word = fc.constantFrom(
  'x',
  'y',
  'self',
  'model',
  'history',
  'batch_size',
  'learning_rate',
  'validation_split',
  'train_images',
  'hidden_representation',
  'torch',
  'device',
  'embedding_dimension_of_the_encoder'
)
const dotted = fc.constantFrom(
  'layers.Dense',
  'nn.Conv2d',
  'torch.tensor',
  'self.encoder',
  'model.fit',
  'np.load',
  'keras.losses.SparseCategoricalCrossentropy',
  'self.attention_over_the_time_axis.forward'
)

/** Strings that people and attackers put into names. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom('"', "'", '\\', '\n', '\r', '{', '}', '#', 'a', ' '), maxLength: 12 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 }).map(codes => String.fromCharCode(...codes)),
  fc.constantFrom(
    '"""',
    "'''",
    '\u2028',
    '\ud800',
    '\udc00x',
    '\u202e',
    '\0',
    '# fmt: off',
    '{x}',
    '%s',
    '名前'
  )
)
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('relu', 'same', 'val_accuracy', 'Accuracy on the test set') },
  { weight: 1, arbitrary: hostileText }
)

const number = fc.oneof(
  fc.integer({ min: -3, max: 1024 }),
  fc.constantFrom(0.5, -0.25, 1e-7, 1e22, 2 ** 53, 0.001, NaN, Infinity, -Infinity, -0)
)

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
    fc.option(expression, { nil: undefined }),
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
  { weight: 6, arbitrary: fc.tuple(target, expression).map(([to, value]) => st.assign(to, value)) },
  {
    weight: 1,
    arbitrary: fc.tuple(target, target, expression).map(([a, b, value]) => st.assign([a, b], value))
  },
  {
    weight: 1,
    arbitrary: fc.tuple(word, annotation, expression).map(([to, type, value]) => st.assign(to, value, type))
  },
  { weight: 1, arbitrary: fc.tuple(word, annotation).map(([to, type]) => st.declare(to, type)) },
  { weight: 1, arbitrary: fc.tuple(word, expression).map(([to, value]) => st.augment(to, '+', value)) },
  { weight: 4, arbitrary: expression.filter(e => e.kind !== 'string' && e.kind !== 'constant').map(st.run) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(expression, fc.option(text, { nil: undefined }))
      .map(([test, say]) => st.assert(test, say))
  },
  { weight: 1, arbitrary: expression.map(st.raise) },
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
          .tuple(word, params, body, fc.option(expression, { nil: undefined }), documented)
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
          .tuple(expression, body, fc.option(body, { nil: [] }))
          .map(([test, yes, no]) => st.when(test, yes, no))
      },
      {
        weight: 1,
        arbitrary: fc.tuple(expression, body, expression, body).map(([a, x, b, y]) =>
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
            expression.filter(e => e.kind !== 'conditional'),
            body
          )
          .map(([to, from, inner]) => st.forEach(to, from, inner))
      },
      { weight: 1, arbitrary: fc.tuple(expression, body).map(([test, inner]) => st.whileLoop(test, inner)) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(
            fc.array(
              fc.record({
                value: fc
                  .tuple(dotted, fc.array(expression, { maxLength: 2 }))
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

export const anyExpression: fc.Arbitrary<PyExpr> = expression
export const anyModule: fc.Arbitrary<Body> = fc.array(statement, { minLength: 1, maxLength: 6 })

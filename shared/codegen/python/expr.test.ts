import { expect, test } from 'vitest'
import * as py from './expr'
import { call, float, index, list, method, name, slice } from './expr'
import { printModule } from './print'
import * as st from './statement'

/** `x = value`, without the beginning and the end. */
function valueText(value: py.PyValue): string {
  return printModule([st.assign('x', value)]).text.slice(4, -1)
}

const a = name('a')
const b = name('b')

test.each<[py.PyValue, string]>([
  [1, '1'],
  [float(1), '1.0'],
  [-0.5, '-0.5'],
  [NaN, 'float("nan")'],
  [null, 'None'],
  [[28, 28, 1], '(28, 28, 1)'],
  [[1], '(1,)'],
  [[], '()'],
  [list([1, 'a']), '[1, "a"]'],
  [py.dict({ loss: 'mse' }), '{"loss": "mse"}'],
  [
    call('layers.Dense', [64], { activation: 'relu', use_bias: true, name: undefined }),
    'layers.Dense(64, activation="relu", use_bias=True)'
  ],
  [method(a, 'permute', [0, 2, 3, 1]), 'a.permute(0, 2, 3, 1)'],
  [call('f', [py.star(a), py.doubleStar(b)]), 'f(*a, **b)'],
  [py.mul(py.add(a, b), 2), '(a + b) * 2'],
  [py.add(py.mul(a, b), 2), 'a * b + 2'],
  [py.sub(a, py.sub(b, 1)), 'a - (b - 1)'],
  [py.sub(py.sub(a, b), 1), 'a - b - 1'],
  [py.power(a, 2), 'a**2'],
  [py.power(call('f'), 2), 'f() ** 2'],
  [py.power(-1, a), '(-1) ** a'],
  [py.neg(py.power(a, 2)), '-(a**2)'],
  [py.power(py.power(a, 2), 3), '(a**2) ** 3'],
  [py.div(1, float(255)), '1 / 255.0'],
  [py.not(py.and(a, b)), 'not (a and b)'],
  [py.or(py.and(a, b), py.not(a)), 'a and b or not a'],
  [py.compare(py.compare(a, '<', b), 'is not', null), '(a < b) is not None'],
  [py.attr(py.lift(1), 'real'), '(1).real'],
  [py.attr(py.lift('a'), 'join'), '"a".join'],
  [index(a, slice(), 0), 'a[:, 0]'],
  [index(a, py.ellipsis, slice(null, -1)), 'a[..., :-1]'],
  [index(a, slice(1, py.add(b, 1), 2)), 'a[1 : b + 1 : 2]'],
  [index(a, slice(null, call('len', [b]))), 'a[: len(b)]'],
  [index(a, slice(null, null, 2)), 'a[::2]'],
  [py.lambda(['a'], py.add(a, 1)), 'lambda a: a + 1'],
  [py.lambda([], null), 'lambda: None'],
  [py.conditional(a, 1, 2), '1 if a else 2'],
  [py.attr(py.conditional(a, 1, 2), 'x'), '(1 if a else 2).x'],
  [py.listOf(a, { for: a, in: b, if: [py.compare(a, '>', 0)] }), '[a for a in b if a > 0]'],
  [call('sum', [py.generatorOf(a, { for: py.tuple([a, b]), in: b })]), 'sum(a for a, b in b)'],
  [py.fstring('loss ', { value: a, format: '.4f' }, ' {x}'), 'f"loss {a:.4f} {{x}}"'],
  [py.fstring('loss ', index(a, 'loss')), `f"loss {a['loss']}"`],
  [py.fstring('"loss" ', index(a, 'loss')), `'"loss" {}'.format(a["loss"])`],
  [py.fstring('{', py.dict({})), '"{{{}".format({})']
])('%#: %o prints as %s', (value, text) => expect(valueText(value)).toBe(text))

import { expect, test } from 'vitest'
import * as py from './expr'
import { call, imported, list, method, name, tagged } from './expr'
import { printModule } from './print'
import * as st from './statement'
import type { Body, PyStatement } from './statement'

function printed(...statements: Body): string {
  return printModule(statements).text
}

const a = name('a')
const b = name('b')

test('long expressions are broken as black does it', () => {
  const dense = (units: number): py.PyExpr => call('layers.Dense', [units], { activation: 'relu' })
  const long = name('a_rather_long_variable_name')
  expect(
    printed(
      st.assign(
        'model',
        call('keras.Sequential', [list([call('keras.Input', [[28, 28, 1]]), dense(64), dense(128)])])
      ),
      st.assign(
        'x',
        call('nn.functional.cross_entropy', [name('logits_of_the_network'), name('target_classes'), 1])
      ),
      st.assign('x', py.add(py.mul(long, 2), py.mul(long, py.mul(long, 2)))),
      st.assign(
        'x',
        method(
          method(method(name('prediction_of_the_network'), 'view', [-1, 28, 28]), 'permute', [0, 2, 1]),
          'contiguous'
        )
      ),
      st.run(
        call('print', [
          py.fstring('the mean loss of this epoch is ', { value: long, format: '.4f' }, ' and that is all')
        ])
      ),
      st.importFrom('keras.layers', [
        'Dense',
        'Conv2D',
        'MaxPooling2D',
        'Flatten',
        'Dropout',
        'Embedding',
        'LSTM',
        'GRU'
      ])
    )
  ).toBe(`model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Dense(64, activation="relu"),
        layers.Dense(128, activation="relu"),
    ]
)
x = nn.functional.cross_entropy(logits_of_the_network, target_classes, 1)
x = a_rather_long_variable_name * 2 + a_rather_long_variable_name * (
    a_rather_long_variable_name * 2
)
x = prediction_of_the_network.view(-1, 28, 28).permute(0, 2, 1).contiguous()
print(
    f"the mean loss of this epoch is {a_rather_long_variable_name:.4f} and that is all"
)
from keras.layers import (
    Dense,
    Conv2D,
    MaxPooling2D,
    Flatten,
    Dropout,
    Embedding,
    LSTM,
    GRU,
)
`)
})

const modelClass: PyStatement = st.classDef(
  'Net',
  [imported('nn.Module', { from: 'torch' })],
  [
    st.def(
      '__init__',
      ['self'],
      [
        st.run(method(call('super'), '__init__')),
        st.assign('self.dense', tagged('block-1', call(imported('nn.Linear', { from: 'torch' }), [784, 10])))
      ]
    ),
    st.def(
      'forward',
      ['self', py.param('x', { annotation: imported('torch.Tensor', { module: 'torch' }) })],
      [st.comment('[batch, 784] becomes [batch, 10]'), st.returns(call('self.dense', [name('x')]))],
      { returns: imported('torch.Tensor', { module: 'torch' }) }
    )
  ],
  { docstring: 'A network.' }
)

test('a module gets its imports, its empty lines and the lines of its blocks', () => {
  const { text, lines } = printModule(
    [
      st.docstring('Made with Blockprop.'),
      modelClass,
      ...st.withOrigin('data', [
        st.assign('path', call(imported('Path', { from: 'pathlib' }), ['data.npz'])),
        st.assign('data', call(imported('np.load', { module: 'numpy', as: 'np' }), [name('path')]))
      ]),
      st.when(py.compare(name('__name__'), '==', '__main__'), [
        st.run(call(imported('train', { from: 'train' })))
      ])
    ],
    { localModules: ['train'] }
  )
  expect(text).toBe(`"""Made with Blockprop."""

from pathlib import Path

import numpy as np
import torch
from torch import nn

from train import train


class Net(nn.Module):
    """A network."""

    def __init__(self):
        super().__init__()
        self.dense = nn.Linear(784, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        # [batch, 784] becomes [batch, 10]
        return self.dense(x)


path = Path("data.npz")
data = np.load(path)
if __name__ == "__main__":
    train()
`)
  expect([...lines]).toEqual([
    ['block-1', [[17, 17]]],
    ['data', [[24, 25]]]
  ])
})

test('each layer of a list lights up its own lines, nested ones too', () => {
  const layer = (id: string, size: number): py.PyExpr =>
    tagged(
      id,
      call('layers.Dense', [size], { activation: 'relu', kernel_initializer: 'he_normal', use_bias: false })
    )
  const { text, lines } = printModule([
    {
      ...st.assign('model', call('keras.Sequential', [list([layer('a', 64), layer('b', 100_000_000_000)])])),
      origin: 'all'
    },
    ...st.withOrigin('a', [st.run(call('f'))])
  ])
  expect(text.split('\n').slice(1, 8)).toEqual([
    '    [',
    '        layers.Dense(',
    '            64, activation="relu", kernel_initializer="he_normal", use_bias=False',
    '        ),',
    '        layers.Dense(',
    '            100000000000,',
    '            activation="relu",'
  ])
  expect([...lines]).toEqual([
    ['all', [[1, 13]]],
    [
      'a',
      [
        [3, 5],
        [14, 14]
      ]
    ],
    ['b', [[6, 11]]]
  ])
})

test('comments above a function stay with it, and bodies are never empty', () => {
  const text = printed(
    st.assign('x', 1),
    st.comment('why'),
    st.def('f', [], [st.comment('todo')], { decorators: [name('torch.no_grad')] }),
    st.whenFirst(
      [
        [a, [st.blank]],
        [b, [st.breakLoop]]
      ],
      [st.returns([1, 2])]
    ),
    st.forEach(py.tuple([a, b]), call('zip', [a, b]), [st.augment('x', '+', a), st.continueLoop]),
    st.using(call('torch.no_grad'), [st.assert(py.compare(a, '==', b), 'differs')]),
    st.whileLoop(true, [st.raise(call('ValueError', ['no']))]),
    st.assign([name('x'), py.tuple([a, b])], [1, 2]),
    st.assign('y', null, py.binary(name('int'), '|', null))
  )
  expect(text).toBe(`x = 1


# why
@torch.no_grad
def f():
    # todo
    pass


if a:
    pass
elif b:
    break
else:
    return 1, 2
for a, b in zip(a, b):
    x += a
    continue
with torch.no_grad():
    assert a == b, "differs"
while True:
    raise ValueError("no")
x = a, b = (1, 2)
y: int | None = None
`)
})

test('a comma after *args waits for a Python that can read it', () => {
  const long = call('f', [py.star(name('a'.repeat(40))), name('b'.repeat(40)), name('c')])
  expect(printed(st.run(long)).split('\n').at(-3)).toBe('    c')
  expect(printed(st.run(long), st.run(py.fstring(a))).split('\n')[3]).toBe('    c,')
})

test.each([
  ['x; import os', () => name('x; import os')],
  ['a keyword', () => name('lambda')],
  ['an argument', () => call('f', [], { 'a=1, b': 2 })],
  ['an attribute', () => py.attr(a, 'b()')],
  ['a format', () => py.fstring({ value: a, format: '}{os' })],
  ['a module', () => imported('x', { from: 'os\nimport x' })],
  ['a function', () => printed(st.def('f(): pass #', [], []))],
  ['a class', () => st.classDef('A(B)', [], [])],
  ['an import', () => printed(st.importModule('os, sys'))],
  [
    'two meanings',
    () => printed(st.run(imported('nn', { from: 'torch' })), st.run(imported('nn', { from: 'jax' })))
  ]
])('code in place of a name is a bug: %s', (_, write) => expect(write).toThrow())

import { expect, it } from 'vitest'
import { codeExcerpt } from './code-excerpt'

const module = {
  text: [
    'import x',
    'class Net:',
    '    def __init__(self):',
    '        self.dense = Linear(',
    '            4, 3',
    '        )',
    '    def forward(self, x):',
    '        x = self.dense(x)'
  ].join('\n'),
  lines: new Map([
    ['dense-1', [[4, 6] as const, [8, 8] as const]],
    ['input-1', [[1, 1] as const]]
  ])
}

it.each([
  ['dense-1', ['self.dense = Linear(', '    4, 3', ')', '…', 'x = self.dense(x)']],
  ['input-1', ['import x']],
  ['gone', ['']]
])('cuts out the lines of %s', (block, rows) => {
  expect(codeExcerpt(module, { network: null, block }).split('\n')).toEqual(rows)
})

import { call, type PyExpr } from '../python/expr'
import { torch } from '../python/modules'
import { assign, def, returns, when, type PyStatement } from '../python/statement'

/** `def fastest_device():` and the constant that holds it. */
export function device(): readonly PyStatement[] {
  const found = (test: PyExpr, value: string): PyStatement => when(test, [returns(value)])
  return [
    def(
      'fastest_device',
      [],
      [
        found(call(torch('cuda.is_available')), 'cuda'),
        found(call(torch('backends.mps.is_available')), 'mps'),
        returns('cpu')
      ],
      { docstring: 'The graphics card, where PyTorch can use one, else the processor.' }
    ),
    assign('DEVICE', call('fastest_device'))
  ]
}

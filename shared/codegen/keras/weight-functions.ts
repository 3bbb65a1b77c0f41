import {
  call,
  doubleStar,
  dict,
  fstring,
  index,
  listOf,
  method,
  name,
  attr,
  tuple,
  type PyExpr
} from '../python/expr'
import { np } from '../python/modules'
import { assign, def, forEach, run, using, type PyStatement } from '../python/statement'

const model = name('model')
const layer = name('layer')
const arrays = name('arrays')
const key: PyExpr = fstring(attr(layer, 'name'), '/', name('i'))

/** `def load_weights(model, path):` */
export function loadWeights(): PyStatement {
  return def(
    'load_weights',
    ['model', 'path'],
    [
      using(
        [{ value: call(np('load'), [name('path')]), as: arrays }],
        [
          forEach('layer', attr(model, 'layers'), [
            assign('count', call('len', [attr(layer, 'weights')])),
            run(
              method(layer, 'set_weights', [
                listOf(index(arrays, key), { for: name('i'), in: call('range', [name('count')]) })
              ])
            )
          ])
        ]
      )
    ],
    {
      docstring: 'Set all weights; the file has each by its layer and place, as in dense_1/0.'
    }
  )
}

/** `def save_weights(model, path):` */
export function saveWeights(): PyStatement {
  return def(
    'save_weights',
    ['model', 'path'],
    [
      assign('arrays', dict([])),
      forEach('layer', attr(model, 'layers'), [
        forEach(tuple([name('i'), name('weight')]), call('enumerate', [method(layer, 'get_weights')]), [
          assign(index(arrays, key), name('weight'))
        ])
      ]),
      run(call(np('savez'), [name('path'), doubleStar(arrays)]))
    ],
    { docstring: 'Write all weights to a file that load_weights reads.' }
  )
}

import { call, fstring, lift, method, name, tuple, generatorOf, type PyExpr } from './python/expr'
import { assign, def, returns, run, type PyStatement } from './python/statement'

const parser = name('parser')
const option = (flag: string, kwargs: Parameters<typeof method>[3]): PyStatement =>
  run(method(parser, 'add_argument', [flag], kwargs))

/** `def read_arguments():` What a script is told in the terminal, the same in every framework. */
export function readArguments(weightsFile: string, parserClass: PyExpr): PyStatement {
  return def(
    'read_arguments',
    [],
    [
      assign(
        'parser',
        call(parserClass, [], {
          description: 'Train the network, then test it.'
        })
      ),
      option('--epochs', {
        type: name('int'),
        default: name('EPOCHS'),
        help: 'how often to go through the samples'
      }),
      option('--weights', {
        metavar: 'FILE',
        help: `test these weights instead of training, for instance ${weightsFile}`
      }),
      option('--train', { action: 'store_true', help: 'with --weights: train on from there' }),
      option('--save', { metavar: 'FILE', help: 'write the weights to this file at the end' }),
      returns(method(parser, 'parse_args'))
    ],
    { docstring: 'What was asked for in the terminal.' }
  )
}

/** `def describe(results):` */
export function describe(): PyStatement {
  const line = fstring(name('name'), ' ', { value: name('value'), format: '.4f' })
  return def(
    'describe',
    ['results'],
    [
      returns(
        method(lift(', '), 'join', [
          generatorOf(line, {
            for: tuple([name('name'), name('value')]),
            in: method(name('results'), 'items')
          })
        ])
      )
    ],
    { docstring: 'Results in one line, as in "loss 0.1234, accuracy 0.9876".' }
  )
}

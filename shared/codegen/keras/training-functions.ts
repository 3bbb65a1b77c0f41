import { predictDocstring } from '../prose'
import { lossOf } from '../../training/losses'
import type { DataPlan, PlannedOutput } from '../data-plan'
import { optimizerCall, optimizerValues } from '../constants'
import {
  call,
  dict,
  float,
  index,
  list,
  listOf,
  method,
  name,
  tuple,
  type PyExpr,
  type PyValue
} from '../python/expr'
import { keras, np } from '../python/modules'
import { assign, comment, def, returns, run, using, withOrigin, type PyStatement } from '../python/statement'
import type { Training } from '../../document/schema'

/** `def compile_model(model):` */
export function compileModel(training: Training, { outputs }: DataPlan): PyStatement {
  const { optimizer, values } = optimizerValues(training)
  const weights = outputs.map(({ output }) => output.lossWeight)
  return def(
    'compile_model',
    ['model'],
    [
      ...lossComments(outputs),
      ...(optimizer.kerasNote === undefined ? [] : [comment(optimizer.kerasNote)]),
      run(
        method(name('model'), 'compile', [], {
          optimizer: optimizerCall(optimizer.keras(values), 'learning_rate'),
          loss: byLabel(outputs, ({ output }) => lossOf(output.loss).keras(output.fromScores)),
          loss_weights: weights.every(weight => weight === 1)
            ? undefined
            : byLabel(outputs, ({ output }) => float(output.lossWeight)),
          metrics: byLabel(outputs, ({ output }) =>
            list([lossOf(output.loss).kerasMetric(output.fromScores)])
          )
        })
      )
    ],
    { docstring: 'Say what the network is to make small, and by which steps.' }
  )
}

function lossComments(outputs: readonly PlannedOutput[]): readonly PyStatement[] {
  const heads = [...new Set(outputs.flatMap(({ output }) => (output.fromScores ? [output.head] : [])))]
  return heads.length === 0
    ? []
    : [
        comment(
          `from_logits: the loss takes scores and puts the ${heads.join(' or ')} in itself: that is more exact.`
        )
      ]
}

/** One value for one output, else a dict by the outputs' names. */
export function byLabel(
  outputs: readonly PlannedOutput[],
  value: (output: PlannedOutput) => PyValue
): PyValue {
  const [only] = outputs
  return outputs.length === 1 && only ? value(only) : perLabel(outputs, value)
}

function perLabel(outputs: readonly PlannedOutput[], value: (output: PlannedOutput) => PyValue): PyExpr {
  return dict(outputs.map(output => [output.label, value(output)] as const))
}

/** `def load_data():` Inputs and targets of each part that has samples. */
export function loadData({ inputs, outputs, parts }: DataPlan): PyStatement {
  const data = (array: string): PyExpr => index(name('data'), array)
  const rowsOf = (variable: string): PyExpr => index(name(variable), name('rows'))
  const [onlyInput] = inputs
  const x =
    inputs.length === 1 && onlyInput ? rowsOf(onlyInput.variable) : list(inputs.map(i => rowsOf(i.variable)))
  const y = byLabel(outputs, output => rowsOf(output.target))
  return def(
    'load_data',
    [],
    [
      using(
        [{ value: call(np('load'), [name('DATA_FILE')]), as: name('data') }],
        [
          ...inputs.map(({ variable, array }) => assign(variable, data(array))),
          ...outputs.flatMap(({ target, array, output }) =>
            withOrigin(output.block, [assign(target, data(array))])
          ),
          assign('parts', list(parts.map(data)))
        ]
      ),
      returns(listOf(tuple([x, y]), { for: name('rows'), in: name('parts') }))
    ],
    { docstring: 'Read the samples, inputs and right answers, part by part.' }
  )
}

/** `def predict(model, inputs):` The head put back behind the scores. */
export function predict({ outputs }: DataPlan): PyStatement {
  const heads = outputs.map(({ output }) => output.head)
  const scores = name('scores')
  const body = heads.every(head => head === 'none')
    ? [returns(method(name('model'), 'predict', [name('inputs')], { verbose: 0 }))]
    : [
        assign(scores, method(name('model'), 'predict', [name('inputs')], { verbose: 0 })),
        returns(
          byLabel(outputs, ({ label, output }) => {
            const own = outputs.length === 1 ? scores : index(scores, label)
            if (output.head === 'none') return own
            const head = keras(output.head === 'softmax' ? 'ops.softmax' : 'ops.sigmoid')
            return call(keras('ops.convert_to_numpy'), [call(head, [own])])
          })
        )
      ]
  return def('predict', ['model', 'inputs'], body, { docstring: predictDocstring(heads) })
}

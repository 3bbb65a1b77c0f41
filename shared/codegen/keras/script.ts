import { constants } from '../constants'
import { describe, readArguments } from '../command-line'
import { uniqueStatements } from '../definitions'
import { planData, type DataPlan, type Part } from '../data-plan'
import { firstFew, printExamples, type ArrayWords } from '../examples'
import { moduleDocstring } from '../prose'
import { attr, call, index, listOf, method, name, not, or, tuple, type PyExpr } from '../python/expr'
import { keras } from '../python/modules'
import {
  assign,
  blank,
  comment,
  def,
  docstring,
  importFrom,
  importModule,
  importsHere,
  run,
  when,
  type Body,
  type PyStatement
} from '../python/statement'
import type { ModelSource } from '../target'
import { partsTarget, whenRun } from '../when-run'
import { modelFunctions, type ModelFunctions } from './model-functions'
import { compileModel, loadData, predict } from './training-functions'
import { loadWeights, saveWeights } from './weight-functions'

export const WEIGHTS_FILE = 'weights.npz'

export interface KerasScript extends ModelFunctions {
  readonly plan: DataPlan
  /** The functions that make the network. */
  readonly build: Body
  readonly statements: Body
}

/** All of `model.py`. */
export function kerasScript(source: ModelSource): KerasScript {
  const plan = planData(source)
  const functions = modelFunctions(source.network, plan)
  const made = [...functions.definitions.values(), functions.root]
  const build = uniqueStatements([...made.flatMap(({ helpers }) => helpers), ...made])
  const statements = source.data
    ? [
        docstring(moduleDocstring(source, 'Keras')),
        importModule('argparse'),
        importModule('os'),
        importFrom('pathlib', ['Path']),
        ...opening(),
        ...constants(source.network.training, plan),
        assign('DATA_FILE', method(call('Path', [name('__file__')]), 'with_name', ['data.npz'])),
        ...build,
        compileModel(source.network.training, plan),
        loadData(plan),
        predict(plan),
        loadWeights(),
        saveWeights(),
        readArguments(WEIGHTS_FILE, name('argparse.ArgumentParser')),
        describe(),
        ...(plan.parts.includes('test') ? [showExamples(plan)] : []),
        main(plan),
        whenRun
      ]
    : [
        docstring(moduleDocstring(source, 'Keras')),
        importModule('os'),
        ...opening(),
        ...build,
        predict(plan),
        loadWeights(),
        def('main', [], [assign('model', call('build_model')), run(method(name('model'), 'summary'))]),
        whenRun
      ]
  return { ...functions, plan, build, statements }
}

/** The backend must be chosen before Keras is imported. */
export function opening(): Body {
  return [
    blank,
    comment('Keras computes with PyTorch here; write "tensorflow" or "jax" for one of those.'),
    run(call('os.environ.setdefault', ['KERAS_BACKEND', 'torch'])),
    blank,
    importsHere
  ]
}

const words: ArrayWords = { axis: 'axis', whole: x => method(x, 'astype', [name('int')]), yesNoColumn: false }

export function showExamples(plan: DataPlan): PyStatement {
  const { inputs, outputs } = plan
  const several = outputs.length > 1
  const few =
    inputs.length === 1
      ? firstFew(name('inputs'))
      : listOf(firstFew(name('x')), { for: name('x'), in: name('inputs') })
  const answers = name('answers')
  const of = (value: PyExpr, label: string): PyExpr => (several ? index(value, label) : value)
  return def(
    'show_examples',
    ['model', 'data'],
    [
      assign(tuple([name('inputs'), name('targets')]), name('data')),
      assign(answers, call('predict', [name('model'), few])),
      ...outputs.flatMap(planned =>
        printExamples(
          planned,
          {
            predicted: of(answers, planned.label),
            right: firstFew(of(name('targets'), planned.label)),
            label: several ? `${planned.label} ` : ''
          },
          words
        )
      )
    ],
    { docstring: 'Print what the network says of the first five samples, and what is right.' }
  )
}

const model = name('model')
const pair = tuple([name('inputs'), name('targets')])

/** Trains with the samples of one part, and looks at those of another one after each epoch. */
export function fit(parts: readonly Part[], epochs: PyExpr): Body {
  return [
    assign(pair, name('train_data')),
    run(
      method(model, 'fit', [name('inputs'), name('targets')], {
        batch_size: name('BATCH_SIZE'),
        epochs,
        validation_data: parts.includes('validation') ? name('validation_data') : undefined
      })
    )
  ]
}

/** Prints how well it does on the samples of the test. */
export function test(): Body {
  return [
    assign(pair, name('test_data')),
    assign(
      'results',
      method(model, 'evaluate', [name('inputs'), name('targets')], {
        batch_size: name('BATCH_SIZE'),
        return_dict: true,
        verbose: 0
      })
    ),
    run(call('print', ['test:', call('describe', [name('results')])]))
  ]
}

function main({ parts }: DataPlan): PyStatement {
  const args = name('args')
  return def(
    'main',
    [],
    [
      assign('args', call('read_arguments')),
      run(call(keras('utils.set_random_seed'), [name('SEED')])),
      assign(partsTarget(parts), call('load_data')),
      assign('model', call('build_model')),
      run(call('compile_model', [model])),
      when(attr(args, 'weights'), [run(call('load_weights', [model, attr(args, 'weights')]))]),
      when(or(attr(args, 'train'), not(attr(args, 'weights'))), fit(parts, attr(args, 'epochs'))),
      ...(parts.includes('test') ? [...test(), run(call('show_examples', [model, name('test_data')]))] : []),
      when(attr(args, 'save'), [run(call('save_weights', [model, attr(args, 'save')]))])
    ]
  )
}

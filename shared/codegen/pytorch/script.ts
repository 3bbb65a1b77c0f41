import { constants } from '../constants'
import { describe, readArguments } from '../command-line'
import { uniqueStatements } from '../definitions'
import { planData, type DataPlan, type Part } from '../data-plan'
import { firstFew, printExamples, type ArrayWords } from '../examples'
import { moduleDocstring } from '../prose'
import { attr, call, imported, lift, method, name, not, or, tuple, type PyExpr } from '../python/expr'
import { torch } from '../python/modules'
import { assign, def, docstring, run, when, type Body, type PyStatement } from '../python/statement'
import type { ModelSource } from '../target'
import { partsTarget, whenRun } from '../when-run'
import { lossFunction } from './loss-function'
import { modelClasses, type ModelClasses } from './model-classes'
import { device } from './device'
import { loadData } from './load-data'
import { evaluate, predict, train } from './training-functions'

export const WEIGHTS_FILE = 'weights.safetensors'

export interface PytorchScript extends ModelClasses {
  readonly plan: DataPlan
  /** The classes that make the network. */
  readonly build: Body
  readonly statements: Body
}

const safetensors = (fn: string) => imported(fn, { from: 'safetensors.torch' })

/** All of `model.py`. */
export function pytorchScript(source: ModelSource): PytorchScript {
  const plan = planData(source)
  const classes = modelClasses(source.network, plan)
  const build = uniqueStatements([...classes.helpers, ...classes.definitions.values(), classes.root])
  const opening = docstring(moduleDocstring(source, 'PyTorch'))
  if (!source.data)
    return {
      ...classes,
      plan,
      build,
      statements: [
        opening,
        ...device(),
        ...build,
        predict(plan),
        def('main', [], [makeModel(classes), run(call('print', [name('model')]))]),
        whenRun
      ]
    }
  const { training } = source.network
  const path = call(imported('Path', { from: 'pathlib' }), [name('__file__')])
  return {
    ...classes,
    plan,
    build,
    statements: [
      opening,
      ...constants(training, plan),
      assign('DATA_FILE', method(path, 'with_name', ['data.npz'])),
      ...device(),
      ...build,
      ...lossFunction(plan),
      loadData(plan),
      train(training, plan),
      evaluate(plan),
      predict(plan),
      readArguments(WEIGHTS_FILE, imported('argparse.ArgumentParser', { module: 'argparse' })),
      describe(),
      ...(plan.parts.includes('test') ? [showExamples(plan)] : []),
      main(plan, classes),
      whenRun
    ]
  }
}

const words: ArrayWords = { axis: 'dim', whole: x => method(x, 'int'), yesNoColumn: true }

export function showExamples({ inputs, outputs }: DataPlan): PyStatement {
  const [only] = outputs
  const several = outputs.length > 1
  const answers = outputs.map(o => (several ? name(o.answer) : name('answers')))
  return def(
    'show_examples',
    ['model', 'data'],
    [
      assign(
        tuple([...inputs.map(i => name(i.variable)), ...outputs.map(o => name(o.target))]),
        firstFew(name('data'))
      ),
      assign(
        several || !only ? tuple(answers) : name('answers'),
        call('predict', [name('model'), ...inputs.map(i => name(i.variable))])
      ),
      ...outputs.flatMap((planned, i) =>
        printExamples(
          planned,
          {
            predicted: answers[i] ?? lift(null),
            right: name(planned.target),
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

export function makeModel({ root }: ModelClasses): PyStatement {
  return assign('model', method(call(root.className), 'to', [name('DEVICE')]))
}

/** Takes trained weights from a file. */
export function loadWeights(file: PyExpr): PyStatement {
  return run(method(model, 'load_state_dict', [call(safetensors('load_file'), [file])]))
}

export function saveWeights(file: PyExpr): PyStatement {
  return run(call(safetensors('save_file'), [method(model, 'state_dict'), file]))
}

/** Trains with the samples of one part, and looks at those of another one after each epoch. */
export function runTraining(parts: readonly Part[], epochs: PyExpr): PyStatement {
  const validation = parts.includes('validation') ? [name('validation_data')] : []
  return run(call('train', [model, name('train_data'), ...validation, epochs]))
}

/** Prints how well it does on the samples of the test. */
export const test: PyStatement = run(
  call('print', ['test:', call('describe', [call('evaluate', [model, name('test_data')])])])
)

function main({ parts }: DataPlan, classes: ModelClasses): PyStatement {
  const args = name('args')
  return def(
    'main',
    [],
    [
      assign('args', call('read_arguments')),
      run(call(torch('manual_seed'), [name('SEED')])),
      assign(partsTarget(parts), call('load_data')),
      makeModel(classes),
      when(attr(args, 'weights'), [loadWeights(attr(args, 'weights'))]),
      when(or(attr(args, 'train'), not(attr(args, 'weights'))), [runTraining(parts, attr(args, 'epochs'))]),
      ...(parts.includes('test') ? [test, run(call('show_examples', [model, name('test_data')]))] : []),
      when(attr(args, 'save'), [saveWeights(attr(args, 'save'))])
    ]
  )
}

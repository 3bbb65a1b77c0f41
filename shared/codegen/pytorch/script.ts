import { constants } from '../constants'
import { describe, readArguments } from '../command-line'
import { uniqueStatements } from '../definitions'
import { planData, type DataPlan } from '../data-plan'
import { firstFew, printExamples, type ArrayWords } from '../examples'
import { moduleDocstring } from '../prose'
import { attr, call, imported, lift, method, name, not, or, tuple } from '../python/expr'
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
  readonly statements: Body
}

const safetensors = (fn: string) => imported(fn, { from: 'safetensors.torch' })

/** All of `model.py`. */
export function pytorchScript(source: ModelSource): PytorchScript {
  const plan = planData(source)
  const classes = modelClasses(source.network, plan)
  const build = uniqueStatements([...classes.helpers, ...classes.definitions.values(), classes.root])
  const made = call(classes.root.className)
  const opening = docstring(moduleDocstring(source, 'PyTorch'))
  if (!source.data)
    return {
      ...classes,
      statements: [
        opening,
        ...device(),
        ...build,
        predict(plan),
        def(
          'main',
          [],
          [assign('model', method(made, 'to', [name('DEVICE')])), run(call('print', [name('model')]))]
        ),
        whenRun
      ]
    }
  const { training } = source.network
  const path = call(imported('Path', { from: 'pathlib' }), [name('__file__')])
  return {
    ...classes,
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
      main(plan, classes.root.className),
      whenRun
    ]
  }
}

const words: ArrayWords = { axis: 'dim', whole: x => method(x, 'int'), yesNoColumn: true }

function showExamples({ inputs, outputs }: DataPlan): PyStatement {
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

function main({ parts }: DataPlan, className: string): PyStatement {
  const args = name('args')
  const model = name('model')
  const validates = parts.includes('validation')
  return def(
    'main',
    [],
    [
      assign('args', call('read_arguments')),
      run(call(torch('manual_seed'), [name('SEED')])),
      assign(partsTarget(parts), call('load_data')),
      assign('model', method(call(className), 'to', [name('DEVICE')])),
      when(attr(args, 'weights'), [
        run(method(model, 'load_state_dict', [call(safetensors('load_file'), [attr(args, 'weights')])]))
      ]),
      when(or(attr(args, 'train'), not(attr(args, 'weights'))), [
        run(
          call('train', [
            model,
            name('train_data'),
            ...(validates ? [name('validation_data')] : []),
            attr(args, 'epochs')
          ])
        )
      ]),
      ...(parts.includes('test')
        ? [
            run(call('print', ['test:', call('describe', [call('evaluate', [model, name('test_data')])])])),
            run(call('show_examples', [model, name('test_data')]))
          ]
        : []),
      when(attr(args, 'save'), [
        run(call(safetensors('save_file'), [method(model, 'state_dict'), attr(args, 'save')]))
      ])
    ]
  )
}

import { describe } from '../command-line'
import { constants } from '../constants'
import type { Part } from '../program'
import { call, method, name } from '../python/expr'
import { keras } from '../python/modules'
import { assign, importModule, run, when, type Body } from '../python/statement'
import type { ModelSource } from '../target'
import { partsTarget } from '../when-run'
import { fit, opening, showExamples, test, WEIGHTS_FILE, type KerasScript } from './script'
import { compileModel, loadData, predict } from './training-functions'
import { loadWeights, saveWeights } from './weight-functions'

const model = name('model')

/** The code of `model.py`, cut where a reader pauses, each part followed by its use. */
export function kerasParts(
  { network, data }: ModelSource,
  { plan, build }: KerasScript,
  hasWeights: boolean
): readonly Part[] {
  const { training } = network
  const tests = plan.parts.includes('test')
  const summary: Body = [assign('model', call('build_model')), run(method(model, 'summary'))]
  const weights: readonly Part[] = hasWeights
    ? [['weights', [loadWeights(), run(call('load_weights', [model, WEIGHTS_FILE]))]]]
    : []
  const first: Body = [importModule('os'), ...opening()]
  if (!data)
    return [['setup', first], ['network', [...build, ...summary]], ...weights, ['answers', [predict(plan)]]]
  const train = fit(plan.parts, name('EPOCHS'))
  return [
    ['setup', [...first, ...constants(training, plan), assign('DATA_FILE', 'data.npz')]],
    ['data', [loadData(plan), assign(partsTarget(plan.parts), call('load_data'))]],
    ['network', [...build, run(call(keras('utils.set_random_seed'), [name('SEED')])), ...summary]],
    ['learning', [compileModel(training, plan), run(call('compile_model', [model]))]],
    ...weights,
    ['training', hasWeights ? [assign('TRAIN_ON', false), when(name('TRAIN_ON'), train)] : train],
    ...(tests ? [['test', [describe(), ...test()]] as const] : []),
    [
      'answers',
      tests
        ? [predict(plan), showExamples(plan), run(call('show_examples', [model, name('test_data')]))]
        : [predict(plan)]
    ],
    [
      'saving',
      [
        ...(hasWeights ? [] : [loadWeights()]),
        saveWeights(),
        run(call('save_weights', [model, 'trained.npz']))
      ]
    ]
  ]
}
